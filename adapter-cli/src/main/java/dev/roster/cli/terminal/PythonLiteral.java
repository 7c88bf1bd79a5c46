package dev.roster.cli.terminal;

import dev.roster.domain.UserText;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Values as Python's {@code repr} writes them, in one line, which {@code ast.literal_eval} reads back whatever is in a text:
 * what does not show, or what the terminal cannot show, is escaped.
 */
final class PythonLiteral {
    private final CharsetEncoder encoder;

    /** @param charset of whatever the literal is printed on */
    PythonLiteral(Charset charset) {
        this.encoder = charset.newEncoder();
    }

    /** @param value text, a number, a boolean, a map of them, or null; anything else is its own text */
    String of(@Nullable Object value) {
        if (value == null) {
            return "None";
        }
        if (value instanceof Boolean truth) {
            return truth ? "True" : "False";
        }
        if (value instanceof Map<?, ?> entries) {
            return entries.entrySet().stream()
                    .map(entry -> of(entry.getKey()) + ": " + of(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return value instanceof Number ? value.toString() : quoted(value.toString());
    }

    /** In single quotes, unless double ones spare an escape. */
    private String quoted(String text) {
        char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
        return text.codePoints()
                .mapToObj(character -> character == quote ? "\\" + quote : escaped(character))
                .collect(Collectors.joining("", Character.toString(quote), Character.toString(quote)));
    }

    private String escaped(int character) {
        return switch (character) {
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> shows(character) ? Character.toString(character) : byNumber(character);
        };
    }

    private boolean shows(int character) {
        return !UserText.isHidden(character)
                && isPrintable(character)
                && encoder.canEncode(Character.toString(character));
    }

    /** What Python escapes besides: no letter that everybody knows, and blanks that look like the one of ASCII. */
    private static boolean isPrintable(int character) {
        return switch (Character.getType(character)) {
            case Character.PRIVATE_USE, Character.UNASSIGNED -> false;
            case Character.SPACE_SEPARATOR -> character == ' ';
            default -> true;
        };
    }

    private static String byNumber(int character) {
        if (character <= 0xFF) {
            return String.format("\\x%02x", character);
        }
        return String.format(character <= 0xFFFF ? "\\u%04x" : "\\U%08x", character);
    }
}

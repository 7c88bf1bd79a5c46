package dev.roster.cli.terminal;

import dev.roster.domain.UserText;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Text as it fits into a line on a screen. */
public final class CellText {
    private static final String NOTHING = "-";
    /** The blocks of Unicode's East Asian Width "wide" that names are written in, and pictures. */
    private static final int[][] WIDE = {
        {0x1100, 0x115F},
        {0x2E80, 0xA4CF},
        {0xAC00, 0xD7A3},
        {0xF900, 0xFAFF},
        {0xFE30, 0xFE6F},
        {0xFF00, 0xFF60},
        {0x1F300, 0x1FAFF},
        {0x20000, 0x3FFFD}
    };

    private CellText() {}

    /** A value in words, without anything that a terminal would obey. */
    static String of(@Nullable Object value) {
        if (value == null) {
            return NOTHING;
        }
        if (value instanceof List<?> items) {
            return items.isEmpty() ? NOTHING : items.stream().map(CellText::of).collect(Collectors.joining(", "));
        }
        if (value instanceof Map<?, ?> entries) {
            return entries.isEmpty()
                    ? NOTHING
                    : entries.entrySet().stream()
                            .map(entry -> of(entry.getKey()) + ": " + of(entry.getValue()))
                            .collect(Collectors.joining(", "));
        }
        String text = tame(value instanceof Instant time ? toSeconds(time) : value.toString());
        return text.isEmpty() ? NOTHING : text;
    }

    private static String toSeconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** The text with every control and invisible character replaced, as an escape sequence in a client's name. */
    public static String tame(String text) {
        StringBuilder tamed = new StringBuilder(text.length());
        text.codePoints()
                .map(character -> UserText.isHidden(character) ? '?' : character)
                .forEach(tamed::appendCodePoint);
        return tamed.toString();
    }

    /** How many columns the text takes. */
    static int width(String text) {
        return text.codePoints().map(CellText::width).sum();
    }

    private static int width(int codePoint) {
        int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        return isWide(codePoint) ? 2 : 1;
    }

    private static boolean isWide(int codePoint) {
        return Arrays.stream(WIDE).anyMatch(range -> codePoint >= range[0] && codePoint <= range[1]);
    }

    /** The text cut to a width, with a sign that it was cut. */
    static String cut(String text, int width) {
        if (width(text) <= width) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        int used = 1;
        for (int codePoint : text.codePoints().toArray()) {
            used += width(codePoint);
            if (used > width) {
                break;
            }
            kept.appendCodePoint(codePoint);
        }
        return kept.append('…').toString();
    }

    /** The text with blanks behind it up to a width. */
    public static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - width(text)));
    }
}

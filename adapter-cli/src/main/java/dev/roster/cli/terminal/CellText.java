package dev.roster.cli.terminal;

import dev.roster.domain.Clusters;
import dev.roster.domain.UserText;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Text as it fits into a line on a screen. */
public final class CellText {
    private static final String NOTHING = "-";
    /** What asks for the coloured form of the emoji before it, which is wide. */
    private static final int COLOURED = 0xFE0F;

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

    /**
     * The text with every control and invisible character replaced, as an escape sequence in a client's name. Emoji and
     * letters keep the joiners that they are written with.
     */
    public static String tame(String text) {
        return UserText.shown(text, character -> "?");
    }

    /** How many columns the text takes. */
    static int width(String text) {
        int width = 0;
        int end;
        for (int start = 0; start < text.length(); start = end) {
            end = Clusters.end(text, start);
            width += width(text, start, end);
        }
        return width;
    }

    /** However many pictures are joined to one, it is as wide as one. */
    private static int width(String text, int start, int end) {
        int sum = text.substring(start, end)
                .codePoints()
                .map(character -> character == COLOURED ? 1 : Columns.of(character))
                .sum();
        return Math.min(2, sum);
    }

    /** The text cut to a width, with a sign that it was cut. */
    static String cut(String text, int width) {
        if (width(text) <= width) {
            return text;
        }
        int used = 1;
        int start = 0;
        while (start < text.length()) {
            int end = Clusters.end(text, start);
            used += width(text, start, end);
            if (used > width) {
                break;
            }
            start = end;
        }
        return text.substring(0, start) + '…';
    }

    /** The text with blanks behind it up to a width. */
    public static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - width(text)));
    }
}

package dev.roster.cli.terminal;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks text into lines that fit, never inside a word, nor inside what stands between backticks while that fits into a line
 * at all: it may be a command, which is copied from the screen.
 */
public final class Wrapping {
    private final int width;

    public Wrapping(int width) {
        this.width = width;
    }

    /** For the screen of a terminal; a file gets its lines whole. */
    public static Wrapping on(Terminal terminal) {
        return new Wrapping(terminal.columns().orElse(Integer.MAX_VALUE));
    }

    /** The lines of a text; those after the first begin below where its first word begins. */
    public List<String> lines(String text) {
        int blanks = 0;
        while (blanks < text.length() && text.charAt(blanks) == ' ') {
            blanks++;
        }
        return lines(text, " ".repeat(blanks));
    }

    /** @param indent what lines after the first begin with */
    public List<String> lines(String text, String indent) {
        if (CellText.width(text) <= width) {
            return List.of(text);
        }
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : words(text, width - indent.length())) {
            if (CellText.width(line + word) > width && !line.toString().isBlank()) {
                lines.add(line.toString());
                line = new StringBuilder(indent).append(word.stripLeading());
            } else {
                line.append(word);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    /** Each with the blanks before it. What is quoted and longer than a line has to break between words after all. */
    private static List<String> words(String text, int longest) {
        List<String> words = new ArrayList<>();
        int end;
        for (int start = 0; start < text.length(); start = end) {
            end = end(text, start);
            String word = text.substring(start, end);
            if (CellText.width(word.stripLeading()) <= longest) {
                words.add(word);
            } else {
                words.addAll(List.of(word.split("(?<=[^ ])(?= )")));
            }
        }
        return words;
    }

    private static int end(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) == ' ') {
            end++;
        }
        while (end < text.length() && text.charAt(end) != ' ') {
            int closing = text.charAt(end) == '`' ? text.indexOf('`', end + 1) : -1;
            end = Math.max(end, closing) + 1;
        }
        return end;
    }
}

package dev.roster.cli;

import picocli.CommandLine.Help.Ansi.Text;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;

/**
 * A table of help whose lines break between words alone. Picocli's own break behind hyphens, colons and slashes, too: while
 * it lays out, a character of Unicode's private use stands for each of them.
 */
final class WholeWords extends TextTable {
    private static final int ASIDE = 0xE000;

    private final ColorScheme colours;

    WholeWords(ColorScheme colours, Column... columns) {
        super(colours, columns);
        this.colours = colours;
    }

    @Override
    public Cell putValue(int row, int column, Text value) {
        boolean breaks = columns()[column].overflow == Overflow.WRAP;
        return super.putValue(row, column, breaks ? colours.text(glued(value.plainString())) : value);
    }

    private static String glued(String text) {
        StringBuilder glued = new StringBuilder(text);
        for (int place = 0; place < text.length(); place++) {
            char character = text.charAt(place);
            if (character > ' ' && character <= '~' && !Character.isLetterOrDigit(character)) {
                glued.setCharAt(place, (char) (ASIDE + character));
            }
        }
        return glued.toString();
    }

    @Override
    public StringBuilder toString(StringBuilder text) {
        super.toString(text);
        for (int place = 0; place < text.length(); place++) {
            int character = text.charAt(place) - ASIDE;
            if (character > ' ' && character <= '~') {
                text.setCharAt(place, (char) character);
            }
        }
        return text;
    }
}

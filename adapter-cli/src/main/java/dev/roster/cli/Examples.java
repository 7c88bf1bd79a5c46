package dev.roster.cli;

import dev.roster.cli.terminal.Wrapping;
import java.util.ArrayList;
import java.util.List;

/** The end of a help page: examples, which work when they are pasted however narrow the screen is. */
final class Examples {
    private static final String INDENT = "  ";
    private static final String GOES_ON = " \\";

    private final int width;

    Examples(int width) {
        this.width = width;
    }

    /** What is indented is a command; all else is text. */
    List<String> lines(String line) {
        return line.startsWith(INDENT) ? command(line) : new Wrapping(width).lines(line);
    }

    /** Breaks before options and pipes, so that what belongs together stays on a line. */
    private List<String> command(String line) {
        List<String> lines = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (String words : line.split("(?= (?:--|\\| ))", -1)) {
            boolean fits = part.length() + words.length() + GOES_ON.length() <= width;
            if (!fits && !part.isEmpty() && line.length() > width) {
                lines.add(part + GOES_ON);
                part = new StringBuilder(INDENT + INDENT).append(words.strip());
            } else {
                part.append(words);
            }
        }
        lines.add(part.toString());
        return lines;
    }
}

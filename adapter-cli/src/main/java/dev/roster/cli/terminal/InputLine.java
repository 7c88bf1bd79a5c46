package dev.roster.cli.terminal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads a line byte by byte, so that what comes behind it is left to whoever reads next. */
final class InputLine {
    private static final int LONGEST = 4_096;

    private InputLine() {}

    /**
     * The next line in UTF-8, without its end; empty where there is none any more.
     *
     * @param source what it is a line of, in words
     * @throws InstallationException for a line of more than 4096 bytes
     */
    static Optional<String> read(InputStream in, String source) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = in.read();
        if (next < 0) {
            return Optional.empty();
        }
        while (next >= 0 && next != '\n') {
            line.write(next);
            if (line.size() > LONGEST) {
                throw new InstallationException(
                        "a line of " + source + " is too long, the most is " + LONGEST + " bytes");
            }
            next = in.read();
        }
        String text = line.toString(StandardCharsets.UTF_8);
        return Optional.of(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
    }
}

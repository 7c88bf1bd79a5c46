package dev.roster.cli.terminal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads a line byte by byte, so that what comes behind it is left to whoever reads next. */
final class InputLine {
    private static final int LONGEST = 4_096;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private InputLine() {}

    /**
     * The next line in UTF-8, without its end and without a byte order mark; empty where there is none any more.
     *
     * @param source what it is a line of, in words
     * @throws InstallationException for a line of more than 4096 bytes, or one that is not UTF-8
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
                        "a line of " + source + " is too long, the maximum is " + LONGEST + " bytes");
            }
            next = in.read();
        }
        // In UTF-16, each letter of ASCII comes with a byte that is zero.
        String text = Encoding.decode(line.toByteArray())
                .filter(read -> read.indexOf('\0') < 0)
                .orElseThrow(() -> new InstallationException(
                        source + " is not UTF-8 text, convert it first, as with `iconv -f ENCODING -t UTF-8`"));
        int start = text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
        return Optional.of(text.substring(start, text.length() - (text.endsWith("\r") ? 1 : 0)));
    }
}

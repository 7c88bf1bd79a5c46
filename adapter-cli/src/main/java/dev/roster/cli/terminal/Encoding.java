package dev.roster.cli.terminal;

import java.io.File;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * How text gets into and out of this process. Roster's text is UTF-8. A JVM takes the locale's encoding instead for
 * arguments, variables and names of files, and what that does not know becomes U+FFFD.
 */
final class Encoding {
    /** What it is that becomes of bytes which are no character. */
    static final int LOST = 0xFFFD;

    /** What to do about a locale. */
    static final String REMEDY = "set LC_ALL=C.UTF-8 and run the command again";

    private Encoding() {}

    /** Whether the locale's encoding is UTF-8. The JVM reads this property when it starts, so it cannot be set. */
    static boolean isUtf8() {
        return System.getProperty("sun.jnu.encoding", "").equalsIgnoreCase("UTF-8");
    }

    /** Windows hands over characters, not bytes; what it shows depends on its console. */
    static boolean isWindows() {
        return File.separatorChar == '\\';
    }

    static boolean isAscii(String text) {
        return text.chars().allMatch(character -> character < 0x80);
    }

    /** Empty for bytes that are not UTF-8. */
    static Optional<String> decode(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException malformed) {
            return Optional.empty();
        }
    }

    /** What to print in: on Windows what the console understands, elsewhere UTF-8 whatever the locale. */
    static Charset ofOutput() {
        String console = System.getProperty("stdout.encoding", System.getProperty("sun.stdout.encoding", ""));
        return isWindows() && Charset.isSupported(console) ? Charset.forName(console) : StandardCharsets.UTF_8;
    }

    /** Has the console, which looks when it is first asked for, read and write UTF-8 too; any JDK knows one of these. */
    static void useForConsole() {
        if (!isWindows()) {
            System.setProperty("stdin.encoding", "UTF-8");
            System.setProperty("stdout.encoding", "UTF-8");
            System.setProperty("sun.stdout.encoding", "UTF-8");
        }
    }
}

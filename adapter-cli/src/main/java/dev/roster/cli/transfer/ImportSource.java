package dev.roster.cli.transfer;

import dev.roster.cli.terminal.InstallationException;
import dev.roster.cli.terminal.Terminal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file, or standard input where it is called {@code -}, that can be read more than once. */
sealed interface ImportSource {
    /** What the audit trail calls it. */
    String name();

    /** What people call it. */
    String inWords();

    InputStream open() throws IOException;

    long size() throws IOException;

    /** @throws InstallationException for a file that does not exist, before anything is created for it */
    static ImportSource of(Path path, Terminal terminal) {
        if (path.toString().equals("-")) {
            return Piped.of(terminal.in());
        }
        if (Files.notExists(path)) {
            throw new InstallationException("there is no file `" + path + "`");
        }
        return new Named(path);
    }

    /** A file. */
    record Named(Path path) implements ImportSource {
        @Override
        public String name() {
            return String.valueOf(path.getFileName());
        }

        @Override
        public String inWords() {
            return "`" + path + "`";
        }

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(path);
        }

        @Override
        public long size() throws IOException {
            return Files.size(path);
        }
    }

    /** Standard input, which is kept: a transaction that met another one reads it again. */
    final class Piped implements ImportSource {
        private final byte[] bytes;

        private Piped(byte[] bytes) {
            this.bytes = bytes;
        }

        private static Piped of(InputStream in) {
            try {
                return new Piped(in.readAllBytes());
            } catch (IOException failed) {
                throw new InstallationException("cannot read standard input", failed);
            }
        }

        @Override
        public String name() {
            return "-";
        }

        @Override
        public String inWords() {
            return "on standard input";
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public long size() {
            return bytes.length;
        }
    }
}

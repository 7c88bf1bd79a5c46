package dev.roster.cli.transfer;

import dev.roster.application.declaration.Declaration;
import dev.roster.application.declaration.Fault;
import dev.roster.cli.terminal.InstallationException;
import dev.roster.cli.terminal.Terminal;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Reads declarations from where they are kept. */
final class DeclarationFile {
    private static final int LONGEST = 8 * 1024 * 1024;
    private static final String STANDARD_INPUT = "-";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Terminal terminal;

    @Inject
    DeclarationFile(Terminal terminal) {
        this.terminal = terminal;
    }

    /** What was read, and where. */
    record Content(Declaration declaration, String source, DeclarationReader reader) {
        /** @throws MistakenFileException with the lines of the faults, if there are any */
        void requireFaultless(List<Fault> faults) {
            Mistakes mistakes = new Mistakes(source);
            faults.forEach(fault -> mistakes.add(reader.lineOf(fault.path()), fault.reason()));
            mistakes.tell();
        }
    }

    /**
     * @param file its name, or {@code -} for standard input
     * @throws MistakenFileException for a file that is no declaration
     */
    Content read(String file) {
        String source = file.equals(STANDARD_INPUT) ? "standard input" : "`" + file + "`";
        String text = decoded(bytes(file, source), source);
        Mistakes mistakes = new Mistakes(source);
        DeclarationReader reader = new DeclarationReader(mistakes);
        Declaration declaration = reader.read(YamlReader.read(text, mistakes));
        mistakes.tell();
        return new Content(declaration, source, reader);
    }

    private byte[] bytes(String file, String source) {
        try {
            return file.equals(STANDARD_INPUT) ? whole(terminal.in(), source) : bytes(Path.of(file), source);
        } catch (NoSuchFileException | InvalidPathException missing) {
            throw new InstallationException("there is no file " + source, missing);
        } catch (IOException failed) {
            throw new InstallationException("cannot read " + source, failed);
        }
    }

    private static byte[] bytes(Path file, String source) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return whole(in, source);
        }
    }

    private static byte[] whole(InputStream in, String source) throws IOException {
        byte[] bytes = in.readNBytes(LONGEST + 1);
        if (bytes.length > LONGEST) {
            throw new InstallationException(source + " is longer than " + LONGEST + " bytes, split it");
        }
        return bytes;
    }

    private static String decoded(byte[] bytes, String source) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException malformed) {
            throw new InstallationException(source + " is not UTF-8 text", malformed);
        }
    }
}

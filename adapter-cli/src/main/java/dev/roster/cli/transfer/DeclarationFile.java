package dev.roster.cli.transfer;

import dev.roster.application.declaration.Declaration;
import dev.roster.application.declaration.Fault;
import dev.roster.cli.terminal.FileName;
import dev.roster.cli.terminal.InstallationException;
import dev.roster.cli.terminal.Misspelling;
import dev.roster.cli.terminal.Suggestions;
import dev.roster.cli.terminal.Terminal;
import dev.roster.domain.UnknownName;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Reads declarations from where they are kept. */
final class DeclarationFile {
    private static final int LONGEST = 8 * 1024 * 1024;
    private static final String STANDARD_INPUT = "-";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Terminal terminal;
    private final Provider<Suggestions> suggestions;

    @Inject
    DeclarationFile(Terminal terminal, Provider<Suggestions> suggestions) {
        this.terminal = terminal;
        this.suggestions = suggestions;
    }

    /** What was read, where, and what was wrong with it so far. */
    record Content(
            Declaration declaration,
            String source,
            DeclarationReader reader,
            Mistakes mistakes,
            Provider<Suggestions> suggestions) {
        /** What to look for faults in: where something is declared wrong, expectations may fail by that alone. */
        Declaration lookedAt() {
            return reader.isDeclaredRight()
                    ? declaration
                    : new Declaration(declaration.roles(), declaration.users(), declaration.organizations());
        }

        /** @throws MistakenFileException with the lines of all mistakes and faults, if there are any */
        void requireFaultless(List<Fault> faults) {
            faults.forEach(fault -> mistakes.add(reader.lineOf(fault.path()), fault.reason() + hint(fault)));
            mistakes.tell();
        }

        private String hint(Fault fault) {
            UnknownName unknown = fault.unknown();
            if (unknown == null) {
                return "";
            }
            String declared = Misspelling.hint(unknown.name(), declaration.namesOf(unknown.thing()));
            return declared.isEmpty() ? suggestions.get().hint(unknown) : declared;
        }
    }

    /**
     * Notes what is wrong, to be told with what else is found, by {@link Content#requireFaultless}.
     *
     * @param file its name, or {@code -} for standard input
     * @throws MistakenFileException for a file that cannot be read to its end
     */
    Content read(String file) {
        String source = file.equals(STANDARD_INPUT) ? "standard input" : "`" + file + "`";
        String text = decoded(bytes(file, source), source);
        Mistakes mistakes = new Mistakes(source);
        DeclarationReader reader = new DeclarationReader(mistakes);
        Declaration declaration = reader.read(YamlReader.read(text, mistakes));
        return new Content(declaration, source, reader, mistakes, suggestions);
    }

    private byte[] bytes(String file, String source) {
        try {
            return file.equals(STANDARD_INPUT) ? whole(terminal.in(), source) : bytes(FileName.path(file), source);
        } catch (NoSuchFileException missing) {
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
            throw new InstallationException(
                    source + " is not UTF-8 text, convert it first, as with `iconv -f ENCODING -t UTF-8`", malformed);
        }
    }
}

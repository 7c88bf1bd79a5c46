package dev.roster.cli.terminal;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/** Reads a secret from where it is kept. What it reads is never printed. */
public final class Secrets {
    private final Terminal terminal;

    @Inject
    Secrets(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Asks twice, so that a slip of the finger shows now and not at the next login. */
    public String ask(String what) {
        Prompt prompt = terminal.prompt().orElseThrow(() -> noTerminal(what));
        String first = askOnce(prompt, "New " + what + ": ");
        if (!first.equals(askOnce(prompt, "Repeat the input: "))) {
            throw new InstallationException("the two inputs differ, nothing was changed");
        }
        return first;
    }

    /** Asks once for a secret that is set already, somewhere else. */
    String askExisting(String what) {
        Prompt prompt = terminal.prompt().orElseThrow(() -> noTerminal(what));
        return askOnce(prompt, CellText.tame(what) + ": ");
    }

    private static InstallationException noTerminal(String what) {
        return new InstallationException("there is no terminal to ask for the " + what.toLowerCase(Locale.ROOT)
                + "; give it in a file or on standard input, see --help");
    }

    private static String askOnce(Prompt prompt, String question) {
        return prompt.askSecret(question)
                .orElseThrow(() -> new InstallationException("the input ended, nothing was changed"));
    }

    /** The file's first line. */
    public String read(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            return firstLine(content, "`" + file + "`");
        } catch (NoSuchFileException missing) {
            throw new InstallationException("there is no file `" + file + "`", missing);
        } catch (IOException failed) {
            throw new InstallationException("cannot read the file `" + file + "`", failed);
        }
    }

    /** The first line of standard input. */
    public String readStandardInput() {
        try {
            return firstLine(terminal.in(), "standard input");
        } catch (IOException failed) {
            throw new InstallationException("cannot read standard input", failed);
        }
    }

    private static String firstLine(InputStream in, String source) throws IOException {
        return InputLine.read(in, source)
                .filter(line -> !line.isEmpty())
                .orElseThrow(() ->
                        new InstallationException("the first line of " + source + " is empty, expected a secret"));
    }
}

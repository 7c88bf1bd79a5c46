package dev.roster.cli.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.Optional;

/**
 * Asks on standard output and takes each answer from a line of a pipe or a file, where nothing shows what is typed. The line
 * of a question ends with it, as no answer that somebody types ends it.
 */
record LinePrompt(PrintWriter out, InputStream in) implements Prompt {
    @Override
    public Optional<String> ask(String question) {
        out.println(question);
        out.flush();
        try {
            return InputLine.read(in, "standard input");
        } catch (IOException failed) {
            throw new InstallationException("cannot read standard input", failed);
        }
    }

    @Override
    public Optional<String> askSecret(String question) {
        return ask(question);
    }
}

package dev.roster.cli.terminal;

import java.io.InputStream;
import java.io.PrintWriter;
import java.util.Optional;

/** Asks a person at a terminal. */
public interface Prompt {
    /** One line of answer; empty when the person ended the input instead. */
    Optional<String> ask(String question);

    /** Like {@link #ask}, without showing what is typed. */
    Optional<String> askSecret(String question);

    /** Puts questions to whatever reads one stream and writes the answers into another, a line each. */
    static Prompt between(PrintWriter out, InputStream in) {
        return new LinePrompt(out, in);
    }
}

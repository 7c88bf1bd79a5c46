package dev.roster.cli.terminal;

import java.util.Optional;

/** Asks a person at a terminal. */
public interface Prompt {
    /** One line of answer; empty when the person ended the input instead. */
    Optional<String> ask(String question);

    /** Like {@link #ask}, without showing what is typed. */
    Optional<String> askSecret(String question);
}

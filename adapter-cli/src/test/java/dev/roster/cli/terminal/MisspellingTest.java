package dev.roster.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MisspellingTest {
    private static final List<String> KNOWN = List.of("users", "roles", "sessions", "workspaces", "can", "token");

    @Test
    void swappedLettersAreOneStep() {
        assertThat(new Misspelling("usres").candidates(KNOWN)).containsExactly("users");
    }

    @Test
    void missingAndSurplusLettersAreSeen() {
        assertThat(new Misspelling("worspaces").candidates(KNOWN)).containsExactly("workspaces");
        assertThat(new Misspelling("tokenn").candidates(KNOWN)).containsExactly("token");
    }

    @Test
    void nearestComesFirst() {
        assertThat(new Misspelling("cane").candidates(List.of("cat", "can", "cane")))
                .containsExactly("cane", "can", "cat");
    }

    @Test
    void farWordIsNoCandidate() {
        assertThat(new Misspelling("elephant").candidates(KNOWN)).isEmpty();
    }
}

package dev.roster.domain.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.domain.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PronounsTest {
    @Test
    void areTrimmedAndComposed() {
        assertThat(new Pronouns(" e\u0301l/e\u0301l\u00A0").value()).isEqualTo("\u00E9l/\u00E9l");
    }

    @Test
    void areCountedInCharactersAsPeopleDo() {
        assertThat(new Pronouns("🦊".repeat(50)).value()).isEqualTo("🦊".repeat(50));
        assertThat(new Pronouns("e\u0301".repeat(50)).value()).isEqualTo("\u00E9".repeat(50));
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> new Pronouns("🦊".repeat(51)))
                .withMessage("pronouns has 51 characters, the maximum is 50")
                .returns("pronouns", RefusedException::field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "\u00A0", "they\nthem", "they\tthem", "they\u2028them", "they\u202Ethem", "x\u0000"})
    void emptyOnesAndWhatAScreenWouldObeyAreRefused(String text) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> new Pronouns(text))
                .returns(RefusedException.Kind.INVALID, RefusedException::kind)
                .returns("pronouns", RefusedException::field);
    }
}

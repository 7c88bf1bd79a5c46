package dev.roster.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.roster.application.port.PasswordHasher;
import dev.roster.domain.credential.Password;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every implementation of {@link PasswordHasher} must do. */
public interface PasswordHasherContract {
    PasswordHasher passwordHasher();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse",
                "пароль-пароль",
                "🦊🦊🦊🦊🦊🦊🦊🦊",
                " leading and trailing ",
                "a\u0000b\u0000c\u0000d\u0000"
            })
    default void hashMatchesItsPasswordOnly(String text) {
        PasswordHasher hasher = passwordHasher();

        String hash = hasher.hash(Password.chosen(text));

        assertThat(hasher.matches(Password.attempted(text), hash)).isTrue();
        assertThat(hasher.matches(Password.attempted(text + "x"), hash)).isFalse();
        assertThat(hasher.matches(Password.attempted(text.substring(1)), hash)).isFalse();
        assertThat(hasher.matches(Password.attempted(""), hash)).isFalse();
    }

    @Test
    default void hashHidesThePassword() {
        PasswordHasher hasher = passwordHasher();
        Password password = Password.chosen("correct horse");

        String first = hasher.hash(password);
        String second = hasher.hash(password);

        assertThat(first).doesNotContain("correct horse").isNotEqualTo(second);
    }

    @Test
    default void everyCharacterCounts() {
        PasswordHasher hasher = passwordHasher();
        String long1 = "p".repeat(Password.MOST - 1) + "1";
        String long2 = "p".repeat(Password.MOST - 1) + "2";

        String hash = hasher.hash(Password.chosen(long1));

        assertThat(hasher.matches(Password.attempted(long1), hash)).isTrue();
        assertThat(hasher.matches(Password.attempted(long2), hash)).isFalse();
    }

    @Test
    default void attemptsOfAnyLengthAreOnlyWrong() {
        PasswordHasher hasher = passwordHasher();
        String hash = hasher.hash(Password.chosen("correct horse"));

        assertThat(hasher.matches(Password.attempted("x".repeat(100_000)), hash))
                .isFalse();
    }

    @Test
    default void newHashIsNotOutdated() {
        PasswordHasher hasher = passwordHasher();

        assertThat(hasher.isOutdated(hasher.hash(Password.chosen("correct horse"))))
                .isFalse();
    }

    @Test
    default void matchingNothingEndsQuietly() {
        PasswordHasher hasher = passwordHasher();

        assertThatCode(() -> hasher.matchNothing(Password.attempted("whatever")))
                .doesNotThrowAnyException();
    }

    @Test
    default void ownHashIsAcceptableAndNonsenseIsNot() {
        PasswordHasher hasher = passwordHasher();

        String hash = hasher.hash(Password.chosen("correct horse"));

        assertThat(hasher.objectionTo(hash)).isEmpty();
        assertThat(hasher.objectionTo("")).isPresent();
        assertThat(hasher.objectionTo("correct horse")).isPresent();
        assertThat(hasher.objectionTo(hash + "\n")).isPresent();
    }
}

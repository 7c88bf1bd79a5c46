package dev.roster.domain.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.domain.RefusedException;
import dev.roster.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
    private static final String SECRET = "correct-horse-battery";

    /** A record that somebody might log. */
    private record Wrapped(Object secret) {}

    static Stream<Object> secrets() {
        return Stream.of(
                Password.chosen(SECRET),
                Password.attempted(SECRET),
                new SecretText(SECRET),
                UserToken.of(SECRET),
                SecretDigest.of(SECRET),
                session());
    }

    private static Session session() {
        return SessionBuilder.builder()
                .id(new SessionId(new UUID(1, 2)))
                .user(new UserId(new UUID(3, 4)))
                .digest(SecretDigest.of(SECRET))
                .openedAt(Instant.EPOCH)
                .lastUsedAt(Instant.EPOCH)
                .endsAt(Instant.EPOCH.plusSeconds(100))
                .build();
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void aSecretNeverShowsInText(Object secret) {
        String digest = SecretDigest.of(SECRET).hex();

        assertThat(Stream.of(
                        secret.toString(),
                        "" + secret,
                        String.format("%s", secret),
                        new Wrapped(secret).toString(),
                        List.of(secret).toString(),
                        Map.of("secret", secret).toString()))
                .allMatch(text -> text.contains("[hidden]"))
                .noneMatch(text -> text.contains(SECRET) || text.contains(digest));
    }

    @Test
    void aRefusalNeverRepeatsTheSecret() {
        assertThatThrownBy(() -> Password.chosen("hunter2")).hasMessageNotContaining("hunter2");
        assertThatThrownBy(() -> Password.chosen("hunter2".repeat(30))).hasMessageNotContaining("hunter2");
        assertThatThrownBy(() -> UserToken.of("hunter2 hunter2")).hasMessageNotContaining("hunter2");
    }

    @Test
    void aPasswordHasItsLimitsInCharacters() {
        assertThat(Password.chosen("🦊".repeat(8)).reveal()).hasSize(16);
        assertThat(Password.chosen("🦊".repeat(128)).reveal()).hasSize(256);
        assertThatThrownBy(() -> Password.chosen("🦊".repeat(7)))
                .hasMessage("the password has 7 characters, expected 8 to 128");
        assertThatThrownBy(() -> Password.chosen("🦊".repeat(129)))
                .hasMessage("the password has 129 characters, expected 8 to 128");
    }

    /** The same characters as two keyboards write them. */
    @ParameterizedTest
    @CsvSource({
        "'Pr\u00FCfung 1', 'Pru\u0308fung 1'",
        "'\u1E69\u1E69\u1E69\u1E69\u1E69\u1E69\u1E69\u1E69', "
                + "'s\u0307\u0323s\u0323\u0307s\u0307\u0323s\u0323\u0307\u1E61\u0323\u1E63\u0307\u1E69\u1E69'",
        "'\u212Bngstr\u00F6m', 'A\u030Angstro\u0308m'",
        "'\uD55C\uAE00\uD55C\uAE00\uD55C\uAE00\uD55C\uAE00', "
                + "'\u1112\u1161\u11AB\u1100\u1173\u11AF\uD55C\uAE00\uD55C\uAE00\uD55C\uAE00'",
        "'correct horse', 'correct\u00A0horse'",
        "'correct horse', 'correct\u3000horse'",
        "'correct horse', 'correct\u202Fhorse'"
    })
    void aPasswordIsOneHoweverItsCharactersAreWritten(String one, String other) {
        assertThat(Password.attempted(other).reveal())
                .isEqualTo(Password.chosen(one).reveal())
                .isEqualTo(Password.chosen(other).reveal());
    }

    @ParameterizedTest
    @CsvSource({
        "Password1, password1",
        "'\uFB01nancial', financial",
        "'\uFF30assword', Password",
        "'Stra\u00DFe 12', 'Strasse 12'",
        "' correct horse', 'correct horse'",
        "'correct  horse', 'correct horse'",
        "'correct\thorse', 'correct horse'"
    })
    void nothingElseAboutAPasswordIsMadeEqual(String one, String other) {
        assertThat(Password.attempted(one).reveal())
                .isNotEqualTo(Password.attempted(other).reveal());
    }

    @Test
    void aPasswordIsCountedAfterItIsBroughtIntoItsForm() {
        assertThatThrownBy(() -> Password.chosen("e\u0301".repeat(7)))
                .hasMessage("the password has 7 characters, expected 8 to 128");
        assertThat(Password.chosen("e\u0301".repeat(128)).reveal()).hasSize(128);
        assertThat(Password.chosen("\u03B1\u0313\u0300\u0345".repeat(128)).reveal())
                .hasSize(128);
        assertThatThrownBy(() -> Password.chosen("\u0958".repeat(65)))
                .hasMessage("the password has 130 characters, expected 8 to 128");
    }

    @Test
    void aPasswordTypedInItsFormIsTriedOnceAndAnyOtherAsItWasTypedToo() {
        assertThat(Password.attempted("Pr\u00FCfung").spellings())
                .extracting(Password::reveal)
                .containsExactly("Pr\u00FCfung");
        assertThat(Password.attempted("Pru\u0308fung\u00A0").spellings())
                .extracting(Password::reveal)
                .containsExactly("Pr\u00FCfung ", "Pru\u0308fung\u00A0");
    }

    /** It is left as it is: the time of bringing it into form grows with the square of its length, minutes for a megabyte. */
    @Test
    void aHugeTextCostsNoTimeAsAPassword() {
        String marks = "a" + "\u0301\u0323".repeat(10_000);

        assertThat(Password.attempted(marks).reveal()).isEqualTo(marks);
        assertThatThrownBy(() -> Password.chosen(marks)).hasMessageContaining("has 20001 characters");
    }

    @Test
    void aPasswordIsNeitherTrimmedNorChanged() {
        String odd = "  aé\u0000\t\uFB01 ";

        assertThat(Password.chosen(odd).reveal()).isEqualTo(odd);
    }

    @Test
    void aPasswordHoldsNoHalfCharacter() {
        assertThatThrownBy(() -> Password.chosen("1234567\uD83E"))
                .hasMessage("the password contains an incomplete Unicode character");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1234567\uD83E"})
    void anyTextMayBeTriedAsPassword(String text) {
        assertThat(Password.attempted(text).reveal()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345", "!~#%&", "argilla.apikey"})
    void aTokenIsVisibleAscii(String text) {
        assertThat(UserToken.of(text).reveal()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1234", "12 45", "12345\n", "1234é", "1234\u007F", "\t12345"})
    void aTokenIsNothingElse(String text) {
        assertThatThrownBy(() -> UserToken.of(text))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("user_token"));
    }

    @Test
    void aTokenHasTwoHundredCharactersAtMost() {
        assertThat(UserToken.of("x".repeat(200)).reveal()).hasSize(200);
        assertThatThrownBy(() -> UserToken.of("x".repeat(201))).isInstanceOf(RefusedException.class);
    }

    @Test
    void aDigestIsSha256InHex() {
        assertThat(new SecretText("abc").digest().hex())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(UserToken.of("abcde").digest()).isEqualTo(new SecretText("abcde").digest());
    }

    @Test
    void aSessionFromTheFutureOpensNothing() {
        Session session = session();

        assertThat(session.isAlive(Instant.EPOCH.minus(Duration.ofDays(2)), Duration.ofDays(5)))
                .isFalse();
        assertThat(session.isAlive(Instant.EPOCH.minusSeconds(2), Duration.ofDays(5)))
                .isTrue();
    }

    @Test
    void aSessionEndsByItsLimitOrIdleness() {
        Session session = session();

        assertThat(session.isAlive(Instant.EPOCH.plusSeconds(9), Duration.ofSeconds(10)))
                .isTrue();
        assertThat(session.isAlive(Instant.EPOCH.plusSeconds(10), Duration.ofSeconds(10)))
                .isFalse();
        assertThat(session.isAlive(Instant.EPOCH.plusSeconds(99), Duration.ofDays(1)))
                .isTrue();
        assertThat(session.isAlive(Instant.EPOCH.plusSeconds(100), Duration.ofDays(1)))
                .isFalse();
    }
}

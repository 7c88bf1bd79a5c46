package dev.roster.persistence.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.application.contract.PasswordHasherContract;
import dev.roster.application.port.PasswordHasher;
import dev.roster.domain.RefusedException;
import dev.roster.domain.RefusedException.Kind;
import dev.roster.domain.credential.Password;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Argon2HasherTest implements PasswordHasherContract {
    private static final Argon2Parameters SMALL = new Argon2Parameters(64, 1, 1);

    @Override
    public PasswordHasher passwordHasher() {
        return new Argon2Hasher(SMALL);
    }

    @Test
    void usualHashSaysHowItWasMade() {
        String hash = new Argon2Hasher(Argon2Parameters.usual()).hash(Password.chosen("correct horse"));

        assertThat(hash).matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
    }

    /** Made with the reference implementation of Argon2. */
    @Test
    void hashesOfOthersMatch() {
        String made = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

        assertThat(passwordHasher().matches(Password.attempted("password"), made))
                .isTrue();
    }

    @Test
    void weakerHashIsOutdated() {
        String weak = passwordHasher().hash(Password.chosen("correct horse"));

        assertThat(new Argon2Hasher(new Argon2Parameters(128, 1, 1)).isOutdated(weak))
                .isTrue();
        assertThat(new Argon2Hasher(new Argon2Parameters(64, 2, 1)).isOutdated(weak))
                .isTrue();
        assertThat(new Argon2Hasher(new Argon2Parameters(32, 1, 1)).isOutdated(weak))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$argon2id$v=19$m=65536,t=3,p=4$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"
            })
    void hashesWithUsualParametersAreAcceptable(String hash) {
        assertThat(passwordHasher().objectionTo(hash)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$argon2id$v=19$m=99999999,t=1,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=64,t=9999,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=65536,t=5,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=65536,t=1,p=17$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=65536,t=0,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=4,t=1,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=65536,t=2,p=1$c2E$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFh",
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$C"
            })
    void otherHashesAndAbsurdParametersAreNotAcceptable(String hash) {
        assertThat(passwordHasher().objectionTo(hash)).isPresent();
    }

    @Test
    void whoFindsNoPlaceInTheQueueIsTurnedAway() {
        Argon2Hasher full = new Argon2Hasher(SMALL, 0, 0);

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> full.matchNothing(Password.attempted("whatever")))
                .satisfies(refused -> assertThat(refused.kind()).isEqualTo(Kind.BUSY));
    }
}

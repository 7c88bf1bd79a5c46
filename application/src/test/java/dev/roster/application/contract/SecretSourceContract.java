package dev.roster.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.port.SecretSource;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link SecretSource} must do. */
public interface SecretSourceContract {
    SecretSource secretSource();

    @Test
    default void secretIsPrefixAnd256Bits() {
        String secret = secretSource().next("rst_").reveal();

        assertThat(secret).startsWith("rst_").matches("rst_[A-Za-z0-9_-]{43}");
        assertThat(Base64.getUrlDecoder().decode(secret.substring(4))).hasSize(32);
    }

    @Test
    default void noSecretComesTwice() {
        SecretSource source = secretSource();

        Stream<String> secrets = Stream.generate(() -> source.next("").reveal()).limit(1_000);

        assertThat(secrets).doesNotHaveDuplicates();
    }
}

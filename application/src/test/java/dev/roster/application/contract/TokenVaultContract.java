package dev.roster.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.port.TokenVault;
import dev.roster.domain.credential.UserToken;
import dev.roster.domain.user.UserId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link TokenVault} must do that keeps tokens. */
public interface TokenVaultContract {
    UserId ANA = new UserId(new UUID(1, 1));
    UserId BOB = new UserId(new UUID(1, 2));
    UserToken TOKEN = UserToken.of("a-secret-token");

    TokenVault tokenVault();

    @Test
    default void sealedTokenOpensForItsUser() {
        TokenVault vault = tokenVault();

        String sealed = vault.seal(ANA, TOKEN).orElseThrow();

        assertThat(vault.open(ANA, sealed)).contains(TOKEN);
        assertThat(sealed).doesNotContain("a-secret-token");
    }

    @Test
    default void sealedTokenOpensForNobodyElse() {
        TokenVault vault = tokenVault();

        String sealed = vault.seal(ANA, TOKEN).orElseThrow();

        assertThat(vault.open(BOB, sealed)).isEmpty();
    }

    @Test
    default void whatItDidNotSealStaysClosed() {
        TokenVault vault = tokenVault();
        String sealed = vault.seal(ANA, TOKEN).orElseThrow();
        char last = sealed.charAt(sealed.length() - 1);

        String cut = sealed.substring(0, sealed.length() - 1);

        assertThat(vault.open(ANA, cut)).isEmpty();
        assertThat(vault.open(ANA, cut + (last == 'A' ? 'B' : 'A') + "AAAA")).isEmpty();
        assertThat(vault.open(ANA, "")).isEmpty();
        assertThat(vault.open(ANA, "not sealed at all")).isEmpty();
    }

    @Test
    default void longestAndOddestTokensComeBack() {
        TokenVault vault = tokenVault();

        for (String text : new String[] {"12345", "~".repeat(200), "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"}) {
            UserToken token = UserToken.of(text);
            assertThat(vault.open(ANA, vault.seal(ANA, token).orElseThrow())).contains(token);
        }
    }
}

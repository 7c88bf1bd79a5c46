package dev.roster.persistence.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.contract.TokenVaultContract;
import dev.roster.application.port.TokenVault;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GcmTokenVaultTest implements TokenVaultContract {
    @Override
    public TokenVault tokenVault() {
        return vault("a secret of more than 32 characters");
    }

    private static TokenVault vault(String secret) {
        return new GcmTokenVault(InstallationSecret.of(secret));
    }

    @Test
    void anotherInstallationOpensNothing() {
        String sealed = tokenVault().seal(ANA, TOKEN).orElseThrow();

        assertThat(vault("another secret of more than 32 characters").open(ANA, sealed))
                .isEmpty();
        assertThat(tokenVault().open(ANA, sealed)).contains(TOKEN);
    }

    @Test
    void noChangedCharacterGoesUnnoticed() {
        String sealed = tokenVault().seal(ANA, TOKEN).orElseThrow();

        // Of the last character only some bits count.
        assertThat(IntStream.range(0, sealed.length() - 1).mapToObj(at -> changed(sealed, at)))
                .allSatisfy(
                        changed -> assertThat(tokenVault().open(ANA, changed)).isEmpty());
    }

    private static String changed(String sealed, int at) {
        char other = sealed.charAt(at) == 'A' ? 'B' : 'A';
        return sealed.substring(0, at) + other + sealed.substring(at + 1);
    }

    @Test
    void sealingTwiceLooksDifferent() {
        TokenVault vault = tokenVault();

        assertThat(vault.seal(ANA, TOKEN)).isNotEqualTo(vault.seal(ANA, TOKEN));
    }

    @Test
    void showOnceKeepsNothingNew() {
        TokenVault once = new ShowOnceVault(tokenVault());

        assertThat(once.seal(ANA, TOKEN)).isEmpty();
        assertThat(once.open(ANA, tokenVault().seal(ANA, TOKEN).orElseThrow())).contains(TOKEN);
    }
}

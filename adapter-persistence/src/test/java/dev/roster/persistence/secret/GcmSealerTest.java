package dev.roster.persistence.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.contract.SealerContract;
import dev.roster.application.port.Sealer;
import dev.roster.domain.user.UserId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GcmSealerTest implements SealerContract {
    private static final InstallationSecret SECRET = InstallationSecret.of("a secret of more than 32 characters");

    @Override
    public Sealer sealer() {
        return new GcmSealer(SECRET);
    }

    @Test
    void anotherInstallationOpensNothing() {
        Sealer other = new GcmSealer(InstallationSecret.of("another secret of more than 32 characters"));

        assertThat(other.open(PURPOSE, sealer().seal(PURPOSE, TEXT))).isEmpty();
    }

    @Test
    void keyOfTheTokensDoesNotOpenText() {
        UserId user = new UserId(new UUID(1, 1));

        String sealed = sealer().seal(user.toString(), TEXT);

        assertThat(new GcmTokenVault(SECRET).open(user, sealed)).isEmpty();
    }

    @Test
    void sealingTwiceLooksDifferent() {
        assertThat(sealer().seal(PURPOSE, TEXT)).isNotEqualTo(sealer().seal(PURPOSE, TEXT));
    }
}

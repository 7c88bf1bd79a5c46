package dev.roster.persistence.secret;

import dev.roster.application.port.KeyCustody;
import dev.roster.domain.RefusedException;
import dev.roster.domain.credential.SecretText;
import org.jspecify.annotations.Nullable;

/** A key that the operator keeps, and hands to each process as a setting. */
final class GivenKey implements SecretKeySource {
    private final InstallationSecret secret;

    GivenKey(InstallationSecret secret) {
        this.secret = secret;
    }

    @Override
    public InstallationSecret choose(KnownKey known) {
        if (known.isNone() || known.isOf(secret)) {
            return secret;
        }
        throw new SecretKeyException("the secret key given as the setting secret-key (ROSTER_SECRET_KEY) is "
                + secret.brief() + ", but " + known.describe() + "; give the key that the store was used with");
    }

    @Override
    public void require(KnownKey known) {
        choose(known);
    }

    @Override
    public KeyCustody custody(InstallationSecret present) {
        return new Custody(present);
    }

    /** Nothing is written down: the operator has both keys, and the store says which one is right. */
    private record Custody(InstallationSecret present) implements KeyCustody {
        @Override
        public NextKey prepare(@Nullable SecretText given) {
            if (given == null) {
                throw RefusedException.invalid(
                        "secret_key",
                        "the secret key is set with secret-key, so give the new one too, in a file or on standard"
                                + " input");
            }
            return DerivedKey.other(InstallationSecret.of(given.reveal()), present);
        }

        @Override
        public void settle(NextKey next) {
            // The operator changes the setting.
        }

        @Override
        public void discard(NextKey next) {
            // The operator keeps the setting.
        }
    }
}

package dev.roster.persistence.secret;

import dev.roster.application.port.KeyCustody.NextKey;
import dev.roster.application.port.Sealer;
import dev.roster.application.port.TokenVault;
import dev.roster.domain.RefusedException;
import dev.roster.domain.audit.Signing;

/** Everything that follows from a secret. */
record DerivedKey(InstallationSecret secret) implements NextKey {
    /** @throws RefusedException INVALID naming {@code secret_key}, when it is the present one */
    static DerivedKey other(InstallationSecret next, InstallationSecret present) {
        if (next.fingerprint().equals(present.fingerprint())) {
            throw RefusedException.invalid("secret_key", "this secret key is already in use; give another");
        }
        return new DerivedKey(next);
    }

    @Override
    public String fingerprint() {
        return secret.fingerprint();
    }

    @Override
    public Signing signing() {
        return new HmacSigning(secret);
    }

    @Override
    public Sealer sealer() {
        return new GcmSealer(secret);
    }

    @Override
    public TokenVault vault() {
        return new GcmTokenVault(secret);
    }
}

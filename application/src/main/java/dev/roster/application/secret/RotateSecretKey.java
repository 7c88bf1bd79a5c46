package dev.roster.application.secret;

import dev.roster.application.access.Caller;
import dev.roster.application.port.KeyCustody;
import dev.roster.application.port.KeyCustody.NextKey;
import dev.roster.application.port.SecretKeys;
import dev.roster.application.work.Changes;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.role.RosterPermission;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/**
 * Replaces the secret key. Seals everything again and signs the audit trail again, in one transaction, or changes nothing.
 * What cannot be opened or is not genuine stays unchanged: a new key does not repair it. Processes with the old key can no
 * longer write and must be restarted.
 */
public final class RotateSecretKey {
    private static final int SHOWN = 8;

    /**
     * What was done.
     *
     * @param before the beginning of the old key's fingerprint
     * @param after the beginning of the new key's
     */
    public record Rotated(String before, String after, Resealing.Counts sealed, SigningAnew.Counts signed) {}

    private final UnitOfWork work;
    private final KeyCustody custody;
    private final SecretKeys keys;
    private final Resealing resealing;
    private final SigningAnew signingAnew;

    @Inject
    RotateSecretKey(
            UnitOfWork work, KeyCustody custody, SecretKeys keys, Resealing resealing, SigningAnew signingAnew) {
        this.work = work;
        this.custody = custody;
        this.keys = keys;
        this.resealing = resealing;
        this.signingAnew = signingAnew;
    }

    /**
     * @param given the new key; null to have one made, where the installation keeps its key itself
     * @throws RefusedException INVALID naming {@code secret_key}
     */
    public Rotated handle(Caller caller, @Nullable SecretText given) {
        work.reading(() -> work.guard().require(caller, RosterPermission.INSTANCE_CONFIGURE, Target.instance()));
        NextKey next = custody.prepare(given);
        Rotated rotated = rotate(caller, next);
        custody.settle(next);
        return rotated;
    }

    /** Where it ends in anything but a "no", the store may belong to the next key, which is kept therefore. */
    private Rotated rotate(Caller caller, NextKey next) {
        try {
            return work.alone(() -> {
                work.guard().require(caller, RosterPermission.INSTANCE_CONFIGURE, Target.instance());
                return put(caller, next);
            });
        } catch (RefusedException nothingDone) {
            custody.discard(next);
            throw nothingDone;
        }
    }

    private Rotated put(Caller caller, NextKey next) {
        keys.requireCurrent();
        String before = brief(keys.fingerprint());
        String after = brief(next.fingerprint());
        work.journal()
                .write(
                        caller,
                        "secret.rotate",
                        Target.instance(),
                        Changes.none().add("key", before, after));
        Resealing.Counts sealed = resealing.seal(next);
        SigningAnew.Counts signed = signingAnew.sign(next);
        keys.replace(next.fingerprint());
        return new Rotated(before, after, sealed, signed);
    }

    private static String brief(String fingerprint) {
        return fingerprint.substring(0, SHOWN);
    }
}

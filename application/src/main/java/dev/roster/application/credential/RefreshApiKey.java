package dev.roster.application.credential;

import dev.roster.application.access.Caller;
import dev.roster.application.port.ApiKeys;
import dev.roster.application.work.Changes;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.credential.ApiKey;
import dev.roster.domain.credential.ApiKeyForm;
import dev.roster.domain.credential.ApiKeyId;
import dev.roster.domain.user.User;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Replaces a key with a new one with the same name, user and description; the old one can keep working for some time. */
public final class RefreshApiKey {
    /**
     * Which key, and how.
     *
     * @param expiresAt of the new key, null for no end; a key that has an end needs one, not later
     * @param grace how long the old key still works: 0, which ends it at once, to a day
     */
    public record Command(ApiKeyId key, @Nullable Instant expiresAt, Duration grace) {
        public static final Duration LONGEST_GRACE = Duration.ofDays(1);

        public Command {
            if (grace.isNegative() || grace.compareTo(LONGEST_GRACE) > 0) {
                throw RefusedException.invalid(
                        "grace_period_seconds",
                        "invalid grace period of " + grace.toSeconds() + " seconds, expected 0 to "
                                + LONGEST_GRACE.toSeconds());
            }
        }
    }

    private final UnitOfWork work;
    private final KeyOwnership owners;
    private final ApiKeys keys;
    private final KeyIssuer issuer;

    @Inject
    RefreshApiKey(UnitOfWork work, KeyOwnership owners, ApiKeys keys, KeyIssuer issuer) {
        this.work = work;
        this.owners = owners;
        this.keys = keys;
        this.issuer = issuer;
    }

    /**
     * @throws RefusedException NOT_FOUND naming {@code key}; CONFLICT naming {@code key} that has ended or is
     *     signed, which {@link RotateSignedKey} is for; INVALID naming
     *     {@code expires_at}, or {@code grace_period_seconds} for a key that replaces itself; FORBIDDEN for another key
     */
    public KeyIssuer.Issued handle(Caller caller, Command command) {
        return work.inTransaction(() -> {
            ApiKey old = keys.get(command.key());
            User user = owners.requireToReplace(caller, old);
            Instant at = work.now();
            old.requireReplaceable(ApiKeyForm.RANDOM, at);
            requireNoLonger(old, command.expiresAt());
            keys.update(command.grace().isZero() ? old.revokedAt(at) : old.endingBy(at.plus(command.grace())));
            work.journal()
                    .write(
                            caller,
                            "key.refresh",
                            Target.of(user),
                            Changes.none()
                                    .add("key", old.id(), null)
                                    .add(
                                            "grace_period_seconds",
                                            null,
                                            command.grace().toSeconds()));
            KeyIssuer.Wish wish = new KeyIssuer.Wish(old.name(), old.description(), command.expiresAt());
            return isByItself(caller, old, command)
                    ? issuer.replace(caller, user, wish)
                    : issuer.issueInstead(caller, user, wish, !command.grace().isZero());
        });
    }

    /** A key replaces itself, at once, so that whoever stole it cannot make a second one unnoticed. */
    private static boolean isByItself(Caller caller, ApiKey key, Command command) {
        if (!KeyOwnership.isOwn(caller, key)) {
            return false;
        }
        if (!command.grace().isZero()) {
            throw RefusedException.unfit(
                    "grace_period_seconds", "a key that replaces itself ends at once; omit the grace period or log in");
        }
        return true;
    }

    private static void requireNoLonger(ApiKey old, @Nullable Instant wanted) {
        Instant end = old.expiresAt();
        if (end != null && (wanted == null || wanted.isAfter(end))) {
            throw RefusedException.unfit(
                    "expires_at", "the key ends at " + end + "; expires_at is required and must not be later");
        }
    }
}

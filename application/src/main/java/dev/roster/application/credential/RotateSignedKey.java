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
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Revokes a signed key at once and gives its user a new one with the same name and description. */
public final class RotateSignedKey {
    /**
     * Which key, and how.
     *
     * @param expiresAt when the new key ends at the latest, null for no end; a key that the caller came with gets none
     *     that is later than its own
     * @param writer of the new secret
     */
    public record Command(ApiKeyId key, @Nullable Instant expiresAt, KeyWriter writer) {
        public Command {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(writer, "writer");
        }
    }

    private final UnitOfWork work;
    private final KeyOwnership owners;
    private final ApiKeys keys;
    private final KeyIssuer issuer;

    @Inject
    RotateSignedKey(UnitOfWork work, KeyOwnership owners, ApiKeys keys, KeyIssuer issuer) {
        this.work = work;
        this.owners = owners;
        this.keys = keys;
        this.issuer = issuer;
    }

    /**
     * @throws RefusedException NOT_FOUND naming {@code key}; CONFLICT naming {@code key} that has ended or is not signed,
     *     also if two requests rotate it at once; FORBIDDEN for another user's key, and for a caller with another key
     */
    public KeyIssuer.Issued handle(Caller caller, Command command) {
        return work.inTransaction(() -> {
            ApiKey old = keys.get(command.key());
            User user = owners.requireToReplace(caller, old);
            old.requireReplaceable(ApiKeyForm.SIGNED, work.now());
            keys.update(old.revokedAt(work.now()));
            work.journal()
                    .write(caller, "key.rotate", Target.of(user), Changes.none().add("key", old.id(), null));
            KeyIssuer.Wish wish = new KeyIssuer.Wish(old.name(), old.description(), command.expiresAt());
            return KeyOwnership.isOwn(caller, old)
                    ? issuer.replace(caller, user, noLonger(wish, old), command.writer())
                    : issuer.issueInstead(caller, user, wish, command.writer());
        });
    }

    private static KeyIssuer.Wish noLonger(KeyIssuer.Wish wish, ApiKey old) {
        Instant wanted = wish.expiresAt();
        return wanted == null
                ? wish.withExpiresAt(old.expiresAt())
                : wish.withExpiresAt(old.endingBy(wanted).expiresAt());
    }
}

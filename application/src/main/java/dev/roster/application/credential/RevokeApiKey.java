package dev.roster.application.credential;

import dev.roster.application.access.Caller;
import dev.roster.application.port.ApiKeys;
import dev.roster.application.port.Users;
import dev.roster.application.work.Changes;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.credential.ApiKey;
import dev.roster.domain.credential.ApiKeyId;
import dev.roster.domain.user.User;
import jakarta.inject.Inject;

/** Revokes a key at once and permanently. */
public final class RevokeApiKey {
    private final UnitOfWork work;
    private final KeyOwnership owners;
    private final Users users;
    private final ApiKeys keys;

    @Inject
    RevokeApiKey(UnitOfWork work, KeyOwnership owners, Users users, ApiKeys keys) {
        this.work = work;
        this.owners = owners;
        this.users = users;
        this.keys = keys;
    }

    /** Does nothing to a key that is revoked already. */
    public void handle(Caller caller, ApiKeyId id) {
        work.inTransaction(() -> {
            ApiKey key = keys.get(id);
            User user = users.findEvenDeleted(key.user()).orElseThrow(() -> RefusedException.notFound("key", id));
            owners.requireToEnd(caller, user);
            if (key.revokedAt() == null) {
                keys.update(key.revokedAt(work.now()));
                work.journal()
                        .write(
                                caller,
                                "key.revoke",
                                Target.of(user),
                                Changes.none().add("key", key.id(), null).add("name", key.name(), null));
            }
        });
    }
}

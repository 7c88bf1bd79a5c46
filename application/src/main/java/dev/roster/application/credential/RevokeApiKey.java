package dev.roster.application.credential;

import dev.roster.application.Now;
import dev.roster.application.access.Caller;
import dev.roster.application.audit.Changes;
import dev.roster.application.audit.Journal;
import dev.roster.application.port.ApiKeys;
import dev.roster.application.port.Transactions;
import dev.roster.application.port.Users;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.credential.ApiKey;
import dev.roster.domain.credential.ApiKeyId;
import dev.roster.domain.user.User;
import jakarta.inject.Inject;

/** Ends a key at once and for good. */
public final class RevokeApiKey {
    private final Transactions transactions;
    private final KeyOwnership owners;
    private final Users users;
    private final ApiKeys keys;
    private final Journal journal;
    private final Now now;

    @Inject
    RevokeApiKey(Transactions transactions, KeyOwnership owners, Users users, ApiKeys keys, Journal journal, Now now) {
        this.transactions = transactions;
        this.owners = owners;
        this.users = users;
        this.keys = keys;
        this.journal = journal;
        this.now = now;
    }

    /** Does nothing to a key that is revoked already. */
    public void handle(Caller caller, ApiKeyId id) {
        transactions.inTransaction(() -> {
            ApiKey key = keys.get(id);
            User user = users.findEvenDeleted(key.user()).orElseThrow(() -> RefusedException.notFound("key", id));
            owners.requireToEnd(caller, user);
            if (key.revokedAt() == null) {
                keys.update(key.revokedAt(now.get()));
                journal.write(
                        caller,
                        "key.revoke",
                        Target.of(user),
                        Changes.none().add("key", key.id(), null).add("name", key.name(), null));
            }
        });
    }
}

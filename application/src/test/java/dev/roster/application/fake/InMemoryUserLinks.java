package dev.roster.application.fake;

import dev.roster.domain.credential.SecretDigest;
import dev.roster.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Links of which each user has at most one, and which a change of the user overtakes, in memory. */
abstract class InMemoryUserLinks {
    private final InMemoryStore store;
    private final Function<Tables, Table<UserId, Tables.UserLink>> links;

    /** @param links their table */
    InMemoryUserLinks(InMemoryStore store, Function<Tables, Table<UserId, Tables.UserLink>> links) {
        this.store = store;
        this.links = links;
    }

    public void put(UserId user, SecretDigest digest, Instant expiresAt) {
        store.change(tables ->
                links.apply(tables).put(user, new Tables.UserLink(user, digest, expiresAt, tables.epoch(user))));
    }

    public Optional<UserId> find(SecretDigest digest, Instant now) {
        return store.read(tables -> usable(tables, digest, now));
    }

    private Optional<UserId> usable(Tables tables, SecretDigest digest, Instant now) {
        return links.apply(tables).stream()
                .filter(link -> link.digest().equals(digest) && now.isBefore(link.expiresAt()))
                .filter(link -> link.epoch() == tables.epoch(link.user()))
                .map(Tables.UserLink::user)
                .findFirst();
    }

    public Optional<UserId> claim(SecretDigest digest, Instant now) {
        return store.write(tables -> {
            Optional<UserId> user = usable(tables, digest, now);
            user.ifPresent(links.apply(tables)::remove);
            return user;
        });
    }

    public void removeAllOf(UserId user) {
        store.change(tables -> links.apply(tables).remove(user));
    }
}

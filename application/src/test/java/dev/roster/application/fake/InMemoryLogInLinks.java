package dev.roster.application.fake;

import dev.roster.application.port.LogInLinks;
import dev.roster.domain.credential.SecretDigest;
import dev.roster.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;

/** The links that log their user in, in memory. */
final class InMemoryLogInLinks implements LogInLinks {
    private final InMemoryStore store;

    InMemoryLogInLinks(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public void put(UserId user, SecretDigest digest, Instant expiresAt) {
        store.change(
                tables -> tables.logInLinks.put(user, new Tables.Reset(user, digest, expiresAt, tables.epoch(user))));
    }

    @Override
    public Optional<UserId> find(SecretDigest digest, Instant now) {
        return store.read(tables -> usable(tables, digest, now));
    }

    private static Optional<UserId> usable(Tables tables, SecretDigest digest, Instant now) {
        return tables.logInLinks.stream()
                .filter(link -> link.digest().equals(digest) && now.isBefore(link.expiresAt()))
                .filter(link -> link.epoch() == tables.epoch(link.user()))
                .map(Tables.Reset::user)
                .findFirst();
    }

    @Override
    public Optional<UserId> claim(SecretDigest digest, Instant now) {
        return store.write(tables -> {
            Optional<UserId> user = usable(tables, digest, now);
            user.ifPresent(tables.logInLinks::remove);
            return user;
        });
    }

    @Override
    public void removeAllOf(UserId user) {
        store.change(tables -> tables.logInLinks.remove(user));
    }
}

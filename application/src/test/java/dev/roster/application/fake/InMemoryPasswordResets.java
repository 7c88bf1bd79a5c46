package dev.roster.application.fake;

import dev.roster.application.port.PasswordResets;
import dev.roster.domain.credential.SecretDigest;
import dev.roster.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;

/** The links with which users set a password, in memory. */
final class InMemoryPasswordResets implements PasswordResets {
    private final InMemoryStore store;

    InMemoryPasswordResets(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public void put(UserId user, SecretDigest digest, Instant expiresAt) {
        store.change(tables ->
                tables.passwordResets.put(user, new Tables.Reset(user, digest, expiresAt, tables.epoch(user))));
    }

    @Override
    public Optional<UserId> find(SecretDigest digest, Instant now) {
        return store.read(tables -> usable(tables, digest, now));
    }

    private static Optional<UserId> usable(Tables tables, SecretDigest digest, Instant now) {
        return tables.passwordResets.stream()
                .filter(reset -> reset.digest().equals(digest) && now.isBefore(reset.expiresAt()))
                .filter(reset -> reset.epoch() == tables.epoch(reset.user()))
                .map(Tables.Reset::user)
                .findFirst();
    }

    @Override
    public Optional<UserId> claim(SecretDigest digest, Instant now) {
        return store.write(tables -> {
            Optional<UserId> user = usable(tables, digest, now);
            user.ifPresent(tables.passwordResets::remove);
            return user;
        });
    }

    @Override
    public void removeAllOf(UserId user) {
        store.change(tables -> tables.passwordResets.remove(user));
    }
}

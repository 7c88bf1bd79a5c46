package dev.roster.application.fake;

import dev.roster.application.port.Passwords;
import dev.roster.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;

/** Password hashes in memory. */
final class InMemoryPasswords implements Passwords {
    private final InMemoryStore store;

    InMemoryPasswords(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Optional<Kept> find(UserId user) {
        return store.read(tables -> tables.passwords.find(user));
    }

    @Override
    public void set(UserId user, String hash, Instant at) {
        store.change(tables -> tables.passwords.put(user, new Kept(hash, null)));
    }

    @Override
    public void setTemporary(UserId user, String hash, Instant at, Instant until) {
        store.change(tables -> tables.passwords.put(user, new Kept(hash, until)));
    }

    @Override
    public void remove(UserId user) {
        store.change(tables -> tables.passwords.remove(user));
    }
}

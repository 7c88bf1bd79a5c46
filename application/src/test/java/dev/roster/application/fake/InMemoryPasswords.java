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
    public Optional<String> hashOf(UserId user) {
        return store.read(tables -> tables.passwords.find(user));
    }

    @Override
    public void set(UserId user, String hash, Instant at) {
        store.change(tables -> tables.passwords.put(user, hash));
    }

    @Override
    public void remove(UserId user) {
        store.change(tables -> tables.passwords.remove(user));
    }
}

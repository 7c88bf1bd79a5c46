package dev.roster.application.fake;

import dev.roster.application.port.Avatars;
import dev.roster.domain.user.Avatar;
import dev.roster.domain.user.UserId;
import java.util.Optional;

/** Avatars in memory. */
final class InMemoryAvatars implements Avatars {
    private final InMemoryStore store;

    InMemoryAvatars(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Optional<Avatar> find(UserId user) {
        return store.read(tables -> tables.avatars.find(user));
    }

    @Override
    public void set(UserId user, Avatar avatar) {
        store.change(tables -> tables.avatars.put(user, avatar));
    }

    @Override
    public boolean remove(UserId user) {
        return store.write(tables -> tables.avatars.remove(user));
    }
}

package dev.roster.application.fake;

import dev.roster.application.port.Avatars;
import dev.roster.domain.user.Avatar;
import dev.roster.domain.user.UserId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
    public Set<UserId> having(Set<UserId> users) {
        return store.read(tables -> users.stream()
                .filter(user -> tables.avatars.find(user).isPresent())
                .collect(Collectors.toSet()));
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

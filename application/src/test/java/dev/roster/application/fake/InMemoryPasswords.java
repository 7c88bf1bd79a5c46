package dev.roster.application.fake;

import dev.roster.application.port.Passwords;
import dev.roster.application.port.ShownSecrets.Kind;
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
        return store.read(tables -> tables.password(user));
    }

    @Override
    public void set(UserId user, String hash, Instant at) {
        put(user, new Kept(hash, null));
    }

    @Override
    public void setTemporary(UserId user, String hash, Instant at, Instant until) {
        put(user, new Kept(hash, until));
    }

    private void put(UserId user, Kept kept) {
        store.change(tables -> {
            forgetShown(tables, user);
            tables.moveOn(user);
            tables.passwords.put(user, new Tables.KeptAt(kept, tables.epoch(user)));
        });
    }

    @Override
    public boolean rehash(UserId user, String before, String after) {
        Kept lasting = new Kept(before, null);
        return store.write(tables ->
                tables.password(user).filter(lasting::equals).isPresent()
                        && tables.passwords.change(
                                user, found -> new Tables.KeptAt(new Kept(after, null), found.epoch())));
    }

    @Override
    public void remove(UserId user) {
        store.change(tables -> {
            forgetShown(tables, user);
            tables.moveOn(user);
            tables.passwords.remove(user);
        });
    }

    private static void forgetShown(Tables tables, UserId user) {
        tables.shownSecrets.removeIf(shown -> shown.user().equals(user) && shown.kind() != Kind.USER_TOKEN);
    }
}

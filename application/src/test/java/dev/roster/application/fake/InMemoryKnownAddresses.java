package dev.roster.application.fake;

import dev.roster.application.fake.Tables.KnownAddress;
import dev.roster.application.port.KnownAddresses;
import dev.roster.domain.credential.NetworkBlock;
import dev.roster.domain.user.UserId;
import java.time.Instant;

/** Known addresses in memory. */
final class InMemoryKnownAddresses implements KnownAddresses {
    private final InMemoryStore store;

    InMemoryKnownAddresses(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public boolean has(UserId user, NetworkBlock address, Instant since) {
        return store.read(tables -> tables.knownAddresses
                .find(new KnownAddress(user, address))
                .filter(used -> used.usedAt().isAfter(since))
                .isPresent());
    }

    @Override
    public void add(UserId user, NetworkBlock address, Instant at) {
        store.change(tables -> {
            KnownAddress key = new KnownAddress(user, address);
            Instant before =
                    tables.knownAddresses.find(key).map(Tables.Use::usedAt).orElse(at);
            tables.knownAddresses.put(key, new Tables.Use(user, before.isAfter(at) ? before : at));
        });
    }

    @Override
    public void removeAllOf(UserId user) {
        store.change(tables -> tables.knownAddresses.removeIf(use -> use.user().equals(user)));
    }

    @Override
    public int removeOld(Instant until) {
        return store.write(
                tables -> tables.knownAddresses.removeIf(use -> !use.usedAt().isAfter(until)));
    }
}

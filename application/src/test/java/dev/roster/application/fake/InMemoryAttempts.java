package dev.roster.application.fake;

import dev.roster.application.port.Attempts;
import dev.roster.domain.credential.AttemptKey;
import dev.roster.domain.credential.Failures;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Failures in memory. */
final class InMemoryAttempts implements Attempts {
    private final InMemoryStore store;

    InMemoryAttempts(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Map<AttemptKey, Failures> find(Collection<AttemptKey> keys) {
        return store.read(tables -> {
            Map<AttemptKey, Failures> found = new HashMap<>();
            keys.forEach(key -> tables.attempts.find(key).ifPresent(failures -> found.put(key, failures)));
            return found;
        });
    }

    @Override
    public Failures add(AttemptKey key, Instant at, Instant since) {
        return store.write(tables -> {
            Failures before = tables.attempts.find(key).orElse(new Failures(0, at));
            int count = before.last().isAfter(since) ? before.count() + 1 : 1;
            Failures after = new Failures(count, at);
            tables.attempts.put(key, after);
            return after;
        });
    }

    @Override
    public void forget(AttemptKey key) {
        store.change(tables -> tables.attempts.remove(key));
    }

    @Override
    public int removeOld(Instant until) {
        return store.write(
                tables -> tables.attempts.removeIf(failures -> !failures.last().isAfter(until)));
    }
}

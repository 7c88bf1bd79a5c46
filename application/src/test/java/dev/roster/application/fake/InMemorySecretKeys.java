package dev.roster.application.fake;

import dev.roster.application.port.SecretKeys;
import dev.roster.domain.RefusedException;

/** The key of a process and of the store in memory. */
final class InMemorySecretKeys implements SecretKeys {
    private final InMemoryStore store;

    InMemorySecretKeys(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public String fingerprint() {
        return store.key().fingerprint();
    }

    @Override
    public boolean isCurrent() {
        return store.isOwned();
    }

    @Override
    public void requireCurrent() {
        if (!isCurrent()) {
            throw RefusedException.busy("the secret key was rotated, start this process again");
        }
    }

    @Override
    public void replace(String fingerprint) {
        store.change(tables -> tables.fingerprint = fingerprint);
    }
}

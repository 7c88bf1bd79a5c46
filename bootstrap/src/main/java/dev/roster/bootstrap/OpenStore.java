package dev.roster.bootstrap;

import dev.roster.persistence.sql.Store;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Remembers the store that was opened, if any was, so that it can be closed in the end. */
@Singleton
final class OpenStore {
    private @Nullable Store store;

    @Inject
    OpenStore() {}

    synchronized void keep(Store opened) {
        store = opened;
    }

    synchronized void close() {
        if (store != null) {
            store.close();
            store = null;
        }
    }
}

package dev.roster.bootstrap;

import dev.roster.http.Readiness;
import dev.roster.persistence.sql.Store;
import jakarta.inject.Inject;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ready means that the store can be read and written. The log says when that ends and when it is over, once. */
final class StoreProbe implements Readiness {
    private static final Logger LOG = LoggerFactory.getLogger(StoreProbe.class);

    private final Store store;
    private Optional<String> told = Optional.empty();

    @Inject
    StoreProbe(Store store) {
        this.store = store;
    }

    @Override
    public synchronized Optional<String> obstacle() {
        Optional<String> found = store.obstacle();
        if (!found.equals(told)) {
            found.ifPresentOrElse(
                    what -> LOG.warn("not ready: {}", what),
                    () -> LOG.info("ready, the store can be read and written"));
            told = found;
        }
        return found;
    }
}

package dev.roster.bootstrap;

import dev.roster.application.port.Organizations;
import dev.roster.application.port.Transactions;
import dev.roster.http.Readiness;
import jakarta.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ready means that the store answers a query now. */
final class StoreProbe implements Readiness {
    private static final Logger LOG = LoggerFactory.getLogger(StoreProbe.class);

    private final Transactions transactions;
    private final Organizations organizations;

    @Inject
    StoreProbe(Transactions transactions, Organizations organizations) {
        this.transactions = transactions;
        this.organizations = organizations;
    }

    @Override
    public boolean isReady() {
        try {
            return transactions.reading(() -> organizations.findDefault().isPresent());
        } catch (RuntimeException unavailable) {
            LOG.warn("the store does not answer", unavailable);
            return false;
        }
    }
}

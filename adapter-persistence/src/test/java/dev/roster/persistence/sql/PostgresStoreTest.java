package dev.roster.persistence.sql;

import dev.roster.application.contract.StoreContracts;
import dev.roster.application.given.Ports;
import org.junit.jupiter.api.AfterAll;

class PostgresStoreTest extends StoreContracts {
    private static final OpenStores STORES = new OpenStores();
    private static final Ports PORTS = STORES.open(Postgres.address());

    @AfterAll
    static void close() {
        STORES.close();
    }

    @Override
    protected Ports emptyStore() {
        Postgres.empty();
        return PORTS;
    }
}

package dev.roster.persistence.sql;

import dev.roster.application.given.Ports;
import dev.roster.application.race.CheckAndActContract;
import org.junit.jupiter.api.AfterAll;

class PostgresCheckAndActTest extends CheckAndActContract {
    private static final OpenStores STORES = new OpenStores();
    private static final Ports PORTS = STORES.open(Postgres.address());

    @Override
    protected Ports emptyStore() {
        Postgres.empty();
        return PORTS;
    }

    @AfterAll
    static void close() {
        STORES.close();
    }
}

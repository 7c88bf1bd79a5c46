package dev.roster.persistence.sql;

import dev.roster.application.given.Ports;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;

class PostgresAuditTamperingTest extends AuditTampering {
    private static final OpenStores STORES = new OpenStores();
    private static final Ports PORTS = STORES.open(Postgres.address());

    PostgresAuditTamperingTest() {
        Postgres.empty();
    }

    @AfterAll
    static void close() {
        STORES.close();
    }

    @Override
    Ports ports() {
        return PORTS;
    }

    @Override
    Handle direct() {
        return Postgres.jdbi().open();
    }
}

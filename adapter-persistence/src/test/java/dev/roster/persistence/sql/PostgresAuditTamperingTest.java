package dev.roster.persistence.sql;

import dev.roster.application.fake.RememberingWitness;
import dev.roster.application.given.Ports;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;

class PostgresAuditTamperingTest extends AuditTampering {
    private static final OpenStores STORES = new OpenStores();
    private static final Ports PORTS = STORES.open(Postgres.address());

    private final OpenStores again = new OpenStores();

    PostgresAuditTamperingTest() {
        Postgres.empty();
        ((RememberingWitness) PORTS.auditWitness()).forget();
    }

    @AfterEach
    void closeAgain() {
        again.close();
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
    Ports reopened() {
        return again.open(Postgres.address());
    }

    @Override
    void skipNumbers() {
        Postgres.jdbi()
                .useHandle(handle -> handle.execute(
                        "SELECT setval('audit_events_number_seq', (SELECT max(number) FROM audit_events))"));
    }

    @Override
    Handle direct() {
        return Postgres.jdbi().open();
    }
}

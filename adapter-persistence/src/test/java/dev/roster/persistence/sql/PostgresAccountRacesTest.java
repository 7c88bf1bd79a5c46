package dev.roster.persistence.sql;

import dev.roster.application.given.Ports;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;

class PostgresAccountRacesTest extends AccountRaces {
    private static final OpenStores STORES = new OpenStores();
    private static final Ports ONE = STORES.open(Postgres.address());
    private static final Ports TWO = STORES.open(Postgres.address());

    @BeforeEach
    void empty() {
        Postgres.empty();
    }

    @AfterAll
    static void close() {
        STORES.close();
    }

    @Override
    Ports one() {
        return ONE;
    }

    @Override
    Ports two() {
        return TWO;
    }
}

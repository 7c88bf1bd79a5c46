package dev.roster.persistence.sql;

import java.util.concurrent.atomic.AtomicInteger;

class PostgresKeyRotationTest extends KeyRotation {
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final StoreAddress address = Postgres.newDatabase("rotation_" + NEXT.incrementAndGet());

    @Override
    StoreAddress address() {
        return address;
    }
}

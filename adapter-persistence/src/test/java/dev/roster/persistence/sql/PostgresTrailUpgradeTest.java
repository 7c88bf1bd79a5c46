package dev.roster.persistence.sql;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;

class PostgresTrailUpgradeTest extends TrailUpgrade {
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final String name = "upgrade_" + NEXT.incrementAndGet();
    private final StoreAddress address = Postgres.newDatabase(name);

    @Override
    StoreAddress address() {
        return address;
    }

    @Override
    DataSource source() {
        return Postgres.source(name);
    }

    @Override
    Dialect dialect() {
        return new PostgresDialect(Duration.ofSeconds(1));
    }

    @Override
    void goOnCounting(Handle handle) {
        List<String> tables = List.of("users", "organizations", "workspaces", "workspace_members", "audit_events");
        tables.forEach(table ->
                handle.execute("SELECT setval('" + table + "_number_seq', (SELECT max(number) FROM " + table + "))"));
    }
}

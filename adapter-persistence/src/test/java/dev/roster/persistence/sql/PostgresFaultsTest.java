package dev.roster.persistence.sql;

import dev.roster.application.fault.FaultContract;
import dev.roster.application.fault.Faults;
import dev.roster.application.given.Given;
import dev.roster.application.given.Ports;
import java.time.InstantSource;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;

class PostgresFaultsTest extends FaultContract {
    private final OpenStores stores = new OpenStores();
    private final Handle observer = Postgres.jdbi().open();
    private @Nullable Ports ports;

    @Override
    protected Ports emptyStore(Faults faults) {
        faults.failNoMore();
        Ports opened = ports;
        if (opened == null) {
            opened = stores.open(Postgres.address(), new FailingStatements(faults));
            ports = opened;
        }
        Postgres.empty();
        return opened;
    }

    @AfterAll
    void close() {
        observer.close();
        stores.close();
    }

    @Override
    protected boolean failsByItself() {
        return true;
    }

    @Override
    protected Object contents() {
        return Contents.ofPostgres(observer);
    }

    @Override
    protected InstantSource clock() {
        return () -> Given.THEN.plusSeconds(3_600);
    }
}

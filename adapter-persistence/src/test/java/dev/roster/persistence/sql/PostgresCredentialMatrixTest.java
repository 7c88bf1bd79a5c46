package dev.roster.persistence.sql;

import dev.roster.application.contract.CredentialMatrixContract;
import dev.roster.application.given.Ports;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;

class PostgresCredentialMatrixTest extends CredentialMatrixContract {
    private static final OpenStores STORES = new OpenStores();
    private static final Ports PORTS = STORES.open(Postgres.address());

    @TempDir
    private Path directory;

    @Override
    protected Ports emptyStore() {
        Postgres.empty();
        return PORTS;
    }

    /** A SQLite file, since an export is the way between engines. */
    @Override
    protected Ports elsewhere() {
        return STORES.open(StoreAddress.file(directory.resolve("elsewhere.db")));
    }

    @Override
    protected InstantSource clock() {
        return InstantSource.system();
    }

    @AfterAll
    static void close() {
        STORES.close();
    }
}

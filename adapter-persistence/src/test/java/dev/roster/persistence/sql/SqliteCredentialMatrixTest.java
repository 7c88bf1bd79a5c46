package dev.roster.persistence.sql;

import dev.roster.application.contract.CredentialMatrixContract;
import dev.roster.application.given.Ports;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteCredentialMatrixTest extends CredentialMatrixContract {
    @TempDir
    private Path directory;

    private final OpenStores stores = new OpenStores();

    private @Nullable Store store;

    @Override
    protected Ports emptyStore() {
        store = stores.openStore(
                StoreAddress.file(directory.resolve("roster.db")), SqlLogger.NOP_SQL_LOGGER, OpenStores.keys());
        return OpenStores.ports(store);
    }

    @Override
    protected Ports elsewhere() {
        return stores.open(StoreAddress.file(directory.resolve("elsewhere.db")));
    }

    @Override
    protected boolean hasBackups() {
        return true;
    }

    @Override
    protected Optional<Ports> backup() {
        Path copy = directory.resolve("backup.db");
        Objects.requireNonNull(store).backup(copy);
        return Optional.of(stores.open(StoreAddress.file(copy)));
    }

    @Override
    protected InstantSource clock() {
        return InstantSource.system();
    }

    @AfterEach
    void close() {
        stores.close();
    }
}

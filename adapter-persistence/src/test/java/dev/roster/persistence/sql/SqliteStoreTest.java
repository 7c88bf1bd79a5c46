package dev.roster.persistence.sql;

import dev.roster.application.contract.StoreContracts;
import dev.roster.application.given.Ports;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest extends StoreContracts {
    @TempDir
    private Path directory;

    private final OpenStores stores = new OpenStores();

    @Override
    protected Ports emptyStore() {
        return stores.open(StoreAddress.file(directory.resolve("roster.db")));
    }

    @AfterEach
    void close() {
        stores.close();
    }
}

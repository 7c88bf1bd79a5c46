package dev.roster.persistence.sql;

import dev.roster.application.given.Ports;
import dev.roster.application.race.CheckAndActContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteCheckAndActTest extends CheckAndActContract {
    private final OpenStores stores = new OpenStores();

    @TempDir
    private Path directory;

    @Override
    protected Ports emptyStore() {
        return stores.open(StoreAddress.file(directory.resolve("roster.db")));
    }

    @AfterEach
    void close() {
        stores.close();
    }
}

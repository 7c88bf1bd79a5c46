package dev.roster.persistence.sql;

import dev.roster.application.given.Ports;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteAccountRacesTest extends AccountRaces {
    private final OpenStores stores = new OpenStores();
    private Ports one;
    private Ports two;

    @BeforeEach
    void open(@TempDir Path directory) {
        StoreAddress address = StoreAddress.file(directory.resolve("roster.db"));
        one = stores.open(address);
        two = stores.open(address);
    }

    @AfterEach
    void close() {
        stores.close();
    }

    @Override
    Ports one() {
        return one;
    }

    @Override
    Ports two() {
        return two;
    }
}

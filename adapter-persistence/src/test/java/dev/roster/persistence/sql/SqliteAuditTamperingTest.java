package dev.roster.persistence.sql;

import dev.roster.application.given.Ports;
import java.nio.file.Path;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteAuditTamperingTest extends AuditTampering {
    private final OpenStores stores = new OpenStores();
    private final Path file;
    private final Ports ports;

    SqliteAuditTamperingTest(@TempDir Path directory) {
        file = directory.resolve("roster.db");
        ports = stores.open(StoreAddress.file(file));
    }

    @AfterEach
    void close() {
        stores.close();
    }

    @Override
    Ports ports() {
        return ports;
    }

    @Override
    Ports reopened() {
        return stores.open(StoreAddress.file(file));
    }

    @Override
    void skipNumbers() {
        // AUTOINCREMENT goes on after the highest number there is.
    }

    @Override
    Handle direct() {
        return Jdbi.open("jdbc:sqlite:" + file);
    }
}

package dev.roster.persistence.sql;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.sqlite.SQLiteDataSource;

class SqliteTrailUpgradeTest extends TrailUpgrade {
    private Path file() {
        return directory.resolve("roster.db");
    }

    @Override
    StoreAddress address() {
        return StoreAddress.file(file());
    }

    @Override
    DataSource source() {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + file());
        return source;
    }

    @Override
    Dialect dialect() {
        return new SqliteDialect();
    }

    @Override
    void goOnCounting(Handle handle) {
        // AUTOINCREMENT goes on after the highest number there is.
    }
}

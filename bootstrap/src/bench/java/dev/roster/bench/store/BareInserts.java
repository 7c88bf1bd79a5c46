package dev.roster.bench.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;

/** One row in one transaction, through one prepared statement, on a file with the pragmas that Roster uses. */
final class BareInserts implements AutoCloseable {
    private final Connection connection;
    private final PreparedStatement insert;

    BareInserts(Path database) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.setTransactionMode(TransactionMode.IMMEDIATE);
        config.enforceForeignKeys(true);
        this.connection = config.createConnection("jdbc:sqlite:" + database);
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    CREATE TABLE people (
                        number INTEGER PRIMARY KEY AUTOINCREMENT,
                        id TEXT NOT NULL UNIQUE,
                        username TEXT NOT NULL,
                        created_at BIGINT NOT NULL)
                    """);
        }
        connection.setAutoCommit(false);
        this.insert = connection.prepareStatement("INSERT INTO people (id, username, created_at) VALUES (?, ?, ?)");
    }

    void insert(String id, String username, long at) throws SQLException {
        insert.setString(1, id);
        insert.setString(2, username);
        insert.setLong(3, at);
        insert.executeUpdate();
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        insert.close();
        connection.close();
    }
}

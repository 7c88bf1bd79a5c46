package dev.roster.bench.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** Puts accounts into a store that Roster made, past Roster, as a million use cases would take too long. */
public final class ManyUsers {
    private static final String NUMBERS = """
            WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ?)
            """;
    private static final String ID = "printf('%08x-0000-7000-8000-%012x', n, n)";
    private static final String ANNOTATOR = "'00000000-0000-8000-8000-000000000005'";

    private ManyUsers() {}

    public static void load(Path database, int count) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database)) {
            connection.setAutoCommit(false);
            run(
                    connection,
                    """
                    INSERT INTO users (
                        id, kind, username, username_key, first_name, role_id, status, created_at, updated_at)
                    """ + NUMBERS + "SELECT " + ID
                            + ", 'person', 'loaded-' || n, 'loaded-' || n, 'Loaded', " + ANNOTATOR
                            + ", 'active', n, n FROM numbers",
                    count);
            run(
                    connection,
                    "INSERT INTO logins (name_key, user_id) " + NUMBERS + "SELECT 'loaded-' || n, " + ID
                            + " FROM numbers",
                    count);
            connection.commit();
            connection.setAutoCommit(true);
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
            }
        }
    }

    private static void run(Connection connection, String sql, int count) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, count);
            statement.executeUpdate();
        }
    }
}

package dev.roster.bench.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;

/**
 * The rows that one create left, written again and again by plain JDBC with other ids and names: into the same tables, with the
 * same indexes, triggers and pragmas, one transaction for each user. It asks nothing and decides nothing.
 */
final class SameRows implements AutoCloseable {
    private final Connection connection;
    private final List<Row> rows = new ArrayList<>();
    private final Map<Object, String> renamed = new HashMap<>();
    private long created;

    /** A row to be written anew. */
    private record Row(List<String> columns, List<@Nullable Object> values, PreparedStatement insert) {}

    /** How many rows each table has, to be asked before the create. */
    static Map<String, Long> count(Path database) throws SQLException {
        try (Connection connection = connect(database)) {
            Map<String, Long> counts = new LinkedHashMap<>();
            for (String table : tables(connection)) {
                counts.put(table, number(connection, "SELECT coalesce(max(rowid), 0) FROM " + table));
            }
            return counts;
        }
    }

    /** @param before the highest numbers of rows before the one create that is repeated */
    SameRows(Path database, Map<String, Long> before) throws SQLException {
        this.connection = connect(database);
        connection.setAutoCommit(false);
        for (String table : tables(connection)) {
            remember(table, before.getOrDefault(table, 0L));
        }
        connection.commit();
    }

    private static Connection connect(Path database) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.setTransactionMode(TransactionMode.IMMEDIATE);
        config.enforceForeignKeys(true);
        return config.createConnection("jdbc:sqlite:" + database);
    }

    /** Those that are filled first stand first: a user before what belongs to them. */
    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>(List.of("users"));
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT name FROM sqlite_master WHERE type = 'table'"
                        + " AND sql NOT LIKE '%WITHOUT ROWID%' AND name NOT LIKE 'sqlite%'"
                        + " AND name NOT LIKE 'users%' AND name NOT LIKE 'flyway%' ORDER BY rowid")) {
            while (found.next()) {
                tables.add(found.getString(1));
            }
        }
        return tables;
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            return found.next() ? found.getLong(1) : 0;
        }
    }

    private void remember(String table, long before) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT * FROM " + table + " WHERE rowid > " + before)) {
            ResultSetMetaData shape = found.getMetaData();
            List<String> columns = new ArrayList<>();
            for (int column = 1; column <= shape.getColumnCount(); column++) {
                columns.add(shape.getColumnName(column));
            }
            while (found.next()) {
                List<@Nullable Object> values = new ArrayList<>();
                for (int column = 1; column <= columns.size(); column++) {
                    values.add(found.getObject(column));
                }
                rows.add(new Row(columns, values, insert(table, columns)));
            }
        }
    }

    private PreparedStatement insert(String table, List<String> columns) throws SQLException {
        String marks =
                IntStream.range(0, columns.size()).mapToObj(column -> "?").collect(Collectors.joining(", "));
        return connection.prepareStatement(
                "INSERT INTO " + table + " (" + String.join(", ", columns) + ") VALUES (" + marks + ")");
    }

    int rows() {
        return rows.size();
    }

    void create() throws SQLException {
        created++;
        renamed.clear();
        for (Row row : rows) {
            for (int column = 0; column < row.values().size(); column++) {
                row.insert()
                        .setObject(
                                column + 1,
                                anew(row.columns().get(column), row.values().get(column)));
            }
            row.insert().executeUpdate();
        }
        connection.commit();
    }

    /** What was new with the user is new again, and the same wherever it stands. */
    private @Nullable Object anew(String column, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        return switch (column) {
            case "id", "user_id", "person_id" ->
                renamed.computeIfAbsent(value, id -> UUID.randomUUID().toString());
            case "number", "user_number" -> ((Number) value).longValue() + created;
            case "username", "username_key", "name_key", "search_key" -> value + "-" + created;
            case "digest" -> UUID.randomUUID().toString();
            default -> value;
        };
    }

    @Override
    public void close() throws SQLException {
        for (Row row : rows) {
            row.insert().close();
        }
        connection.close();
    }
}

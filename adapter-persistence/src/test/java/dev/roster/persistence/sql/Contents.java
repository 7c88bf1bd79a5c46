package dev.roster.persistence.sql;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Every row of every table, to compare. */
final class Contents {
    private Contents() {}

    static List<String> ofSqlite(Handle handle) {
        return handle
                .createQuery("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
                .mapTo(String.class)
                .list()
                .stream()
                .flatMap(table -> rows(handle, table).stream())
                .toList();
    }

    /** A digest of each table: the rows would have a long way. */
    static List<String> ofPostgres(Handle handle) {
        String each =
                handle
                        .createQuery("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
                        .mapTo(String.class)
                        .stream()
                        .map(table -> "SELECT '" + table
                                + " ' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), 'empty') FROM "
                                + table + " t")
                        .collect(Collectors.joining(" UNION ALL ", "", " ORDER BY 1"));
        return handle.createQuery(each).mapTo(String.class).list();
    }

    private static List<String> rows(Handle handle, String table) {
        return List.copyOf(new TreeSet<>(handle.createQuery("SELECT * FROM " + table)
                .map((row, context) -> table + ": " + text(row))
                .list()));
    }

    private static String text(ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        StringBuilder text = new StringBuilder();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            Object value = row.getObject(column);
            text.append(columns.getColumnName(column))
                    .append('=')
                    .append(value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value)
                    .append(' ');
        }
        return text.toString();
    }
}

package dev.roster.persistence.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** What the last server left, in a table that has room for one. */
final class ServedRow {
    private final Database database;

    ServedRow(Database database) {
        this.database = database;
    }

    void put(Served served) {
        database.sql("""
                        INSERT INTO servers (slot, url, settings, started_at, stopped_at)
                        VALUES (1, :url, :settings, :started, NULL)
                        ON CONFLICT (slot) DO UPDATE SET url = excluded.url, settings = excluded.settings,
                            started_at = excluded.started_at, stopped_at = NULL
                        """)
                .with("url", served.url())
                .with("settings", written(served.settings()))
                .with("started", served.started())
                .change();
    }

    /** Says that a server stopped, unless another has started since. */
    void stop(Instant started, Instant stopped) {
        database.sql("UPDATE servers SET stopped_at = :stopped WHERE slot = 1 AND started_at = :started")
                .with("stopped", stopped)
                .with("started", started)
                .change();
    }

    static Optional<Served> read(Handle handle) {
        return handle.createQuery("SELECT url, settings, started_at, stopped_at FROM servers WHERE slot = 1")
                .map((row, context) -> served(row))
                .findOne();
    }

    private static Served served(ResultSet row) throws SQLException {
        return new Served(
                row.getString("url"),
                read(row.getString("settings")),
                Times.read(row, "started_at"),
                Times.readOptional(row, "stopped_at"));
    }

    /** A line each; a value that has several itself is cut to the first. */
    private static String written(Map<String, String> settings) {
        return new TreeMap<>(settings)
                .entrySet().stream()
                        .map(setting -> setting.getKey() + "="
                                + setting.getValue().lines().findFirst().orElse(""))
                        .collect(Collectors.joining("\n"));
    }

    private static Map<String, String> read(String text) {
        return text.lines()
                .map(line -> line.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }
}

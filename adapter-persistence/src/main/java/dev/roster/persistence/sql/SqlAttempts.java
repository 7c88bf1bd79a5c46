package dev.roster.persistence.sql;

import dev.roster.application.port.Attempts;
import dev.roster.domain.credential.AttemptKey;
import dev.roster.domain.credential.Failures;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Failures, counted by the store itself so that nodes cannot count past each other. */
final class SqlAttempts implements Attempts {
    private final Database database;

    @Inject
    SqlAttempts(Database database) {
        this.database = database;
    }

    @Override
    public Map<AttemptKey, Failures> find(Collection<AttemptKey> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        return database.read(handle -> handle
                .createQuery("""
                        SELECT attempt_key, failures, last_at FROM attempts WHERE attempt_key IN (<keys>)
                        """)
                .bindList("keys", List.copyOf(keys))
                .map((row, context) -> Map.entry(new AttemptKey(row.getString("attempt_key")), failures(row)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private static Failures failures(ResultSet row) throws SQLException {
        return new Failures(row.getInt("failures"), Times.read(row, "last_at"));
    }

    @Override
    public Failures add(AttemptKey key, Instant at, Instant since) {
        return database.write(handle -> handle.createQuery("""
                        INSERT INTO attempts (attempt_key, failures, last_at)
                        VALUES (:key, 1, :at)
                        ON CONFLICT (attempt_key) DO UPDATE SET
                            failures = CASE WHEN attempts.last_at > :since THEN attempts.failures + 1 ELSE 1 END,
                            last_at = excluded.last_at
                        RETURNING failures, last_at
                        """)
                .bind("key", key)
                .bind("at", at)
                .bind("since", since)
                .map((row, context) -> failures(row))
                .one());
    }

    @Override
    public void forget(AttemptKey key) {
        database.sql("DELETE FROM attempts WHERE attempt_key = :key")
                .with("key", key)
                .change();
    }

    @Override
    public int removeOld(Instant until) {
        return database.sql("DELETE FROM attempts WHERE last_at <= :until")
                .with("until", until)
                .change();
    }
}

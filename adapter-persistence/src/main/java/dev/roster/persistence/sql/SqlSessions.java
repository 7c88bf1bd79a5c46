package dev.roster.persistence.sql;

import dev.roster.application.port.Sessions;
import dev.roster.domain.credential.SecretDigest;
import dev.roster.domain.credential.Session;
import dev.roster.domain.credential.SessionId;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The open sessions. */
final class SqlSessions implements Sessions {
    static final String COLUMNS = """
            sessions.id AS session_id, sessions.user_id AS session_user_id, sessions.digest AS session_digest,
            sessions.agent AS session_agent, sessions.address AS session_address,
            sessions.opened_at AS session_opened_at, sessions.last_used_at AS session_last_used_at,
            sessions.ends_at AS session_ends_at
            """;

    private final Database database;

    @Inject
    SqlSessions(Database database) {
        this.database = database;
    }

    static Session session(ResultSet row) throws SQLException {
        return new Session(
                new SessionId(Rows.uuid(row, "session_id")),
                new UserId(Rows.uuid(row, "session_user_id")),
                new SecretDigest(row.getString("session_digest")),
                row.getString("session_agent"),
                row.getString("session_address"),
                Times.read(row, "session_opened_at"),
                Times.read(row, "session_last_used_at"),
                Times.read(row, "session_ends_at"));
    }

    @Override
    public void add(Session session) {
        database.write(handle -> handle.createUpdate("""
                        INSERT INTO sessions (
                            id, user_id, digest, agent, address, opened_at, last_used_at, ends_at)
                        VALUES (:id, :user, :digest, :agent, :address, :openedAt, :lastUsedAt, :endsAt)
                        """)
                .bind("id", session.id())
                .bind("user", session.user())
                .bind("digest", session.digest())
                .bind("agent", session.agent())
                .bind("address", session.address())
                .bind("openedAt", session.openedAt())
                .bind("lastUsedAt", session.lastUsedAt())
                .bind("endsAt", session.endsAt())
                .execute());
    }

    @Override
    public Optional<Session> find(SessionId id) {
        return database.read(
                handle -> handle.createQuery("SELECT " + COLUMNS + " FROM sessions WHERE sessions.id = :id")
                        .bind("id", id)
                        .map((row, context) -> session(row))
                        .findOne());
    }

    @Override
    public List<Session> of(UserId user) {
        return database.read(handle -> handle.createQuery("SELECT " + COLUMNS + """
                        FROM sessions
                        WHERE sessions.user_id = :user
                        ORDER BY sessions.opened_at DESC, sessions.id DESC
                        """)
                .bind("user", user)
                .map((row, context) -> session(row))
                .list());
    }

    /** In the order of the ids, so that nodes that stamp the same sessions wait for each other at most. */
    @Override
    public void stampUse(Map<SessionId, Instant> used) {
        database.write(handle -> {
            PreparedBatch batch = handle.prepareBatch("""
                    UPDATE sessions SET last_used_at = :at WHERE id = :id AND last_used_at < :at
                    """);
            used.entrySet().stream()
                    .sorted(Comparator.comparing(entry -> entry.getKey().value()))
                    .forEach(entry -> batch.bind("id", entry.getKey())
                            .bind("at", entry.getValue())
                            .add());
            return batch.execute();
        });
    }

    @Override
    public boolean remove(SessionId id) {
        return database.write(handle -> handle.createUpdate("DELETE FROM sessions WHERE id = :id")
                        .bind("id", id)
                        .execute()
                > 0);
    }

    @Override
    public int removeAllOf(UserId user, @Nullable SessionId except) {
        String others = except == null ? "" : " AND id <> :except";
        return database.write(handle -> {
            var delete = handle.createUpdate("DELETE FROM sessions WHERE user_id = :user" + others)
                    .bind("user", user);
            return (except == null ? delete : delete.bind("except", except)).execute();
        });
    }

    @Override
    public int removeDead(Instant now, Instant idleSince) {
        return database.write(handle -> handle.createUpdate("DELETE FROM sessions WHERE ends_at <= :now")
                        .bind("now", now)
                        .execute()
                + handle.createUpdate("DELETE FROM sessions WHERE last_used_at <= :idleSince")
                        .bind("idleSince", idleSince)
                        .execute());
    }
}

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        database.sql("""
                        INSERT INTO sessions (
                            id, user_id, digest, agent, address, opened_at, last_used_at, ends_at)
                        VALUES (:id, :user, :digest, :agent, :address, :openedAt, :lastUsedAt, :endsAt)
                        """)
                .with("id", session.id())
                .with("user", session.user())
                .with("digest", session.digest())
                .with("agent", session.agent())
                .with("address", session.address())
                .with("openedAt", session.openedAt())
                .with("lastUsedAt", session.lastUsedAt())
                .with("endsAt", session.endsAt())
                .change();
    }

    @Override
    public Optional<Session> find(SessionId id) {
        return database.sql("SELECT " + COLUMNS + " FROM sessions WHERE sessions.id = :id")
                .with("id", id)
                .one(SqlSessions::session);
    }

    @Override
    public List<Session> of(UserId user) {
        return database.sql("SELECT " + COLUMNS + """
                        FROM sessions
                        WHERE sessions.user_id = :user
                        ORDER BY sessions.opened_at DESC, sessions.id DESC
                        """).with("user", user).all(SqlSessions::session);
    }

    @Override
    public void stampUse(Map<SessionId, Instant> used) {
        database.sql("""
                    UPDATE sessions SET last_used_at = :at WHERE id = :id AND last_used_at < :at
                    """).stamp(used, SessionId::value);
    }

    @Override
    public boolean remove(SessionId id) {
        return database.sql("DELETE FROM sessions WHERE id = :id")
                .with("id", id)
                .changed();
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
    public int removeBeyond(UserId user, int most, SessionId opened) {
        return database.sql("""
                        DELETE FROM sessions
                        WHERE user_id = :user AND id <> :opened AND id NOT IN (
                            SELECT latest.id FROM sessions AS latest
                            WHERE latest.user_id = :user AND latest.id <> :opened
                            ORDER BY latest.last_used_at DESC, latest.opened_at DESC, latest.id DESC
                            LIMIT :most)
                        """)
                .with("user", user)
                .with("opened", opened)
                .with("most", most - 1)
                .change();
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

package dev.roster.persistence.sql;

import dev.roster.application.port.Bearers;
import dev.roster.domain.credential.ApiKeyId;
import dev.roster.domain.credential.SecretDigest;
import dev.roster.domain.credential.SessionId;
import dev.roster.domain.user.UserStatus;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every kind of bearer secret in one query, since each request asks it; an answer is kept as {@link KeptAnswers} says. */
final class SqlBearers implements Bearers {
    private static final String SELECT =
            "SELECT " + Rows.USER + ", " + SqlSessions.COLUMNS + ", " + SqlApiKeys.COLUMNS + """
            , makers.status AS maker_status, makers.stay_until AS maker_until,
            key_makers.status AS key_maker_status, key_makers.stay_until AS key_maker_until
            FROM (
            """;
    private static final String BY_DIGEST = """
            SELECT user_id, NULL AS session_id, NULL AS key_id FROM user_tokens WHERE digest = :digest
            UNION ALL
            SELECT user_id, id, NULL FROM sessions WHERE digest = :digest
            UNION ALL
            SELECT user_id, NULL, id FROM api_keys WHERE digest = :digest
            """;
    private static final String BY_SESSION = """
            SELECT user_id, id AS session_id, NULL AS key_id FROM sessions WHERE id = :session
            """;
    private static final String BY_KEY = """
            SELECT user_id, NULL AS session_id, id AS key_id FROM api_keys WHERE id = :key
            """;
    private static final String JOINS = """
            ) AS bearers
            JOIN users ON users.id = bearers.user_id
            JOIN roles AS account_roles ON account_roles.id = users.role_id
            LEFT JOIN sessions ON sessions.id = bearers.session_id
            LEFT JOIN api_keys ON api_keys.id = bearers.key_id
            LEFT JOIN users AS makers ON makers.id = users.maker_id
            LEFT JOIN users AS key_makers ON key_makers.id = api_keys.creator_id AND api_keys.creator_id <> users.id
            """;
    private static final String FIND = SELECT + BY_DIGEST + JOINS;
    private static final String FIND_SESSION = SELECT + BY_SESSION + JOINS;
    private static final String FIND_KEY = SELECT + BY_KEY + JOINS;

    private final Database database;

    @Inject
    SqlBearers(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Bearer> find(SecretDigest digest) {
        return find(FIND, "digest", digest);
    }

    @Override
    public Optional<Bearer> find(SessionId session) {
        return find(FIND_SESSION, "session", session);
    }

    @Override
    public Optional<Bearer> find(ApiKeyId key) {
        return find(FIND_KEY, "key", key);
    }

    private Optional<Bearer> find(String query, String name, Object credential) {
        return database.find(
                credential,
                handle -> handle.createQuery(query)
                        .bind(name, credential)
                        .map((row, context) -> bearer(row))
                        .findFirst());
    }

    private static Bearer bearer(ResultSet row) throws SQLException {
        return new Bearer(
                Rows.user(row),
                row.getString("session_id") == null ? null : SqlSessions.session(row),
                row.getString("key_id") == null ? null : SqlApiKeys.key(row),
                makers(row),
                makersUntil(row));
    }

    private static @Nullable Instant makersUntil(ResultSet row) throws SQLException {
        Instant maker = Times.readOptional(row, "maker_until");
        Instant keyMaker = Times.readOptional(row, "key_maker_until");
        return maker == null || (keyMaker != null && keyMaker.isBefore(maker)) ? keyMaker : maker;
    }

    private static Set<UserStatus> makers(ResultSet row) throws SQLException {
        EnumSet<UserStatus> makers = EnumSet.noneOf(UserStatus.class);
        for (String column : List.of("maker_status", "key_maker_status")) {
            UserStatus status = Rows.optional(row, column, UserStatus::parse);
            if (status != null) {
                makers.add(status);
            }
        }
        return makers;
    }
}

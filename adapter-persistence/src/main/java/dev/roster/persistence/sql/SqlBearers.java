package dev.roster.persistence.sql;

import dev.roster.application.port.Bearers;
import dev.roster.domain.credential.SecretDigest;
import jakarta.inject.Inject;
import java.util.Optional;

/** Every kind of bearer secret in one query, since each request asks it. */
final class SqlBearers implements Bearers {
    private static final String FIND =
            "SELECT " + Rows.USER + ", " + SqlSessions.COLUMNS + ", " + SqlApiKeys.COLUMNS + """
            FROM (
                SELECT user_id, NULL AS session_id, NULL AS key_id FROM user_tokens WHERE digest = :digest
                UNION ALL
                SELECT user_id, id, NULL FROM sessions WHERE digest = :digest
                UNION ALL
                SELECT user_id, NULL, id FROM api_keys WHERE digest = :digest
            ) AS bearers
            JOIN users ON users.id = bearers.user_id
            JOIN roles AS account_roles ON account_roles.id = users.role_id
            LEFT JOIN sessions ON sessions.id = bearers.session_id
            LEFT JOIN api_keys ON api_keys.id = bearers.key_id
            """;

    private final Database database;

    @Inject
    SqlBearers(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Bearer> find(SecretDigest digest) {
        return database.read(handle -> handle.createQuery(FIND)
                .bind("digest", digest)
                .map((row, context) -> new Bearer(
                        Rows.user(row),
                        row.getString("session_id") == null ? null : SqlSessions.session(row),
                        row.getString("key_id") == null ? null : SqlApiKeys.key(row)))
                .findFirst());
    }
}

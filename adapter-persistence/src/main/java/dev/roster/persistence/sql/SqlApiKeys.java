package dev.roster.persistence.sql;

import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.ApiKeys;
import dev.roster.domain.credential.ApiKey;
import dev.roster.domain.credential.ApiKeyForm;
import dev.roster.domain.credential.ApiKeyId;
import dev.roster.domain.credential.ApiKeyStatus;
import dev.roster.domain.credential.SecretDigest;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The API keys, as digests. */
final class SqlApiKeys implements ApiKeys {
    static final String COLUMNS = """
            api_keys.id AS key_id, api_keys.number AS key_number, api_keys.user_id AS key_user_id,
            api_keys.name AS key_name, api_keys.description AS key_description, api_keys.form AS key_form,
            api_keys.digest AS key_digest, api_keys.hint AS key_hint, api_keys.creator_id AS key_creator_id, api_keys.created_at AS key_created_at,
            api_keys.expires_at AS key_expires_at, api_keys.last_used_at AS key_last_used_at,
            api_keys.revoked_at AS key_revoked_at
            """;

    private static final String OWNED = "SELECT " + COLUMNS + ", " + Rows.USER + """
            FROM api_keys
            JOIN users ON users.id = api_keys.user_id
            JOIN roles AS account_roles ON account_roles.id = users.role_id
            """;

    private final Database database;

    @Inject
    SqlApiKeys(Database database) {
        this.database = database;
    }

    static ApiKey key(ResultSet row) throws SQLException {
        return new ApiKey(
                new ApiKeyId(Rows.uuid(row, "key_id")),
                row.getLong("key_number"),
                new UserId(Rows.uuid(row, "key_user_id")),
                row.getString("key_name"),
                row.getString("key_description"),
                ApiKeyForm.parse(row.getString("key_form")),
                new SecretDigest(row.getString("key_digest")),
                row.getString("key_hint"),
                Rows.optional(row, "key_creator_id", id -> new UserId(UUID.fromString(id))),
                Times.read(row, "key_created_at"),
                Times.readOptional(row, "key_expires_at"),
                Times.readOptional(row, "key_last_used_at"),
                Times.readOptional(row, "key_revoked_at"));
    }

    @Override
    public ApiKey add(ApiKey key) {
        return database.write(handle -> key.withNumber(handle.createQuery("""
                        INSERT INTO api_keys (
                            id, user_id, name, description, form, digest, hint, creator_id, created_at,
                            expires_at, last_used_at, revoked_at)
                        VALUES (
                            :id, :user, :name, :description, :form, :digest, :hint, :creator, :createdAt,
                            :expiresAt, :lastUsedAt, :revokedAt)
                        RETURNING number
                        """)
                .bind("id", key.id())
                .bind("user", key.user())
                .bind("name", key.name())
                .bind("description", key.description())
                .bind("form", key.form().word())
                .bind("digest", key.digest())
                .bind("hint", key.hint())
                .bind("creator", key.creator())
                .bind("createdAt", key.createdAt())
                .bind("expiresAt", key.expiresAt())
                .bind("lastUsedAt", key.lastUsedAt())
                .bind("revokedAt", key.revokedAt())
                .mapTo(Long.class)
                .one()));
    }

    @Override
    public Optional<ApiKey> find(ApiKeyId id) {
        return database.sql("SELECT " + COLUMNS + " FROM api_keys WHERE api_keys.id = :id")
                .with("id", id)
                .one(SqlApiKeys::key);
    }

    @Override
    public void update(ApiKey key) {
        database.sql("""
                        UPDATE api_keys SET expires_at = :expiresAt, revoked_at = :revokedAt WHERE id = :id
                        """)
                .with("id", key.id())
                .with("expiresAt", key.expiresAt())
                .with("revokedAt", key.revokedAt())
                .change();
    }

    @Override
    public void stampUse(Map<ApiKeyId, Instant> used) {
        database.sql("""
                    UPDATE api_keys
                    SET last_used_at = :at
                    WHERE id = :id AND (last_used_at IS NULL OR last_used_at < :at)
                    """).stamp(used, ApiKeyId::value);
    }

    @Override
    public Page<Owned> list(Filter filter, PageRequest page) {
        Conditions conditions = conditions(filter).and("api_keys.number > :after", "after", page.after());
        String sql = OWNED + conditions.where() + " ORDER BY api_keys.number LIMIT :most";
        return database.sql(sql)
                .with(conditions)
                .page(
                        page,
                        row -> new Owned(key(row), Rows.user(row)),
                        owned -> owned.key().number());
    }

    private static Conditions conditions(Filter filter) {
        Conditions conditions = new Conditions()
                .andIfSet("api_keys.user_id = :user", "user", filter.user())
                .andIfSet(
                        "users.kind = :kind",
                        "kind",
                        filter.kind() == null ? null : filter.kind().word())
                .andIfSet("api_keys.creator_id = :creator", "creator", filter.creator())
                .andIfSet("""
                        api_keys.user_id IN (SELECT user_id FROM workspace_members WHERE workspace_id = :workspace)
                        """, "workspace", filter.workspace());
        if (filter.form() != null) {
            conditions.and("api_keys.form = :form", "form", filter.form().word());
        }
        ApiKeyStatus status = filter.status();
        return status == null ? conditions : withStatus(conditions, status, filter.now());
    }

    private static Conditions withStatus(Conditions conditions, ApiKeyStatus status, Instant now) {
        return switch (status) {
            case ACTIVE ->
                conditions
                        .and("api_keys.revoked_at IS NULL")
                        .and("(api_keys.expires_at IS NULL OR api_keys.expires_at > :now)", "now", now);
            case EXPIRED ->
                conditions.and("api_keys.revoked_at IS NULL").and("api_keys.expires_at <= :now", "now", now);
            case REVOKED -> conditions.and("api_keys.revoked_at IS NOT NULL");
        };
    }

    @Override
    public Usable countUsable(UserId user, Instant now) {
        return database.read(handle -> new Usable(
                handle.createQuery("""
                                SELECT COUNT(*)
                                FROM api_keys
                                WHERE user_id = :user AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > :now)
                                """)
                        .bind("user", user)
                        .bind("now", now)
                        .mapTo(Integer.class)
                        .one(),
                handle.createQuery("""
                                SELECT COUNT(*)
                                FROM api_keys
                                WHERE creator_id = :user AND user_id <> :user
                                    AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > :now)
                                """)
                        .bind("user", user)
                        .bind("now", now)
                        .mapTo(Integer.class)
                        .one()));
    }

    @Override
    public int countEnding(Instant now, Instant end, int most) {
        return database.read(handle -> handle.createQuery("""
                        SELECT count(*)
                        FROM (
                            SELECT number
                            FROM api_keys
                            WHERE expires_at > :now AND expires_at <= :end AND revoked_at IS NULL
                            LIMIT :most) AS part
                        """)
                .bind("now", now)
                .bind("end", end)
                .bind("most", most)
                .mapTo(Integer.class)
                .one());
    }

    @Override
    public int revokeOwn(UserId user, Instant at) {
        return database.sql("""
                        UPDATE api_keys
                        SET revoked_at = :at
                        WHERE user_id = :user AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > :at)
                        """).with("user", user).with("at", at).change();
    }

    @Override
    public int revokeAllOf(UserId user, Instant at) {
        return database.sql("""
                        UPDATE api_keys
                        SET revoked_at = :at
                        WHERE (user_id = :user OR creator_id = :user)
                            AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > :at)
                        """).with("user", user).with("at", at).change();
    }

    @Override
    public void removeAllOf(UserId user) {
        database.sql("DELETE FROM api_keys WHERE user_id = :user")
                .with("user", user)
                .change();
    }
}

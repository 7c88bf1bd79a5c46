package dev.roster.persistence.sql;

import dev.roster.application.port.PasswordResets;
import dev.roster.domain.credential.SecretDigest;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** The links with which users set a password, at most one for each user. */
final class SqlPasswordResets implements PasswordResets {
    private static final String USABLE = """
            WHERE digest = :digest AND expires_at > :now AND credential_epoch = (
                SELECT users.credential_epoch FROM users WHERE users.id = password_resets.user_id)
            """;

    private final Database database;

    @Inject
    SqlPasswordResets(Database database) {
        this.database = database;
    }

    @Override
    public void put(UserId user, SecretDigest digest, Instant expiresAt) {
        database.sql("""
                        INSERT INTO password_resets (user_id, digest, expires_at, credential_epoch)
                        VALUES (:user, :digest, :expiresAt,
                            (SELECT credential_epoch FROM users WHERE id = :user))
                        ON CONFLICT (user_id) DO UPDATE SET
                            digest = excluded.digest, expires_at = excluded.expires_at,
                            credential_epoch = excluded.credential_epoch
                        """)
                .with("user", user)
                .with("digest", digest)
                .with("expiresAt", expiresAt)
                .change();
    }

    @Override
    public Optional<UserId> find(SecretDigest digest, Instant now) {
        return database.sql("SELECT user_id FROM password_resets " + USABLE)
                .with("digest", digest)
                .with("now", now)
                .one(row -> new UserId(Rows.uuid(row, "user_id")));
    }

    @Override
    public Optional<UserId> claim(SecretDigest digest, Instant now) {
        return database.write(
                handle -> handle.createQuery("DELETE FROM password_resets " + USABLE + " RETURNING user_id")
                        .bind("digest", digest)
                        .bind("now", now)
                        .map((row, context) -> new UserId(Rows.uuid(row, "user_id")))
                        .findOne());
    }

    @Override
    public void removeAllOf(UserId user) {
        database.sql("DELETE FROM password_resets WHERE user_id = :user")
                .with("user", user)
                .change();
    }
}

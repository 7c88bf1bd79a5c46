package dev.roster.persistence.sql;

import dev.roster.application.port.PendingSignUps;
import dev.roster.domain.credential.SecretDigest;
import dev.roster.domain.invitation.PendingSignUp;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.Profile;
import dev.roster.domain.user.ProfileField;
import dev.roster.domain.user.Username;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Sign-ups that wait for their address to be confirmed. */
final class SqlPendingSignUps implements PendingSignUps {
    private final Database database;

    @Inject
    SqlPendingSignUps(Database database) {
        this.database = database;
    }

    @Override
    public void add(PendingSignUp pending) {
        database.write(handle -> {
            long number = insert(handle, pending);
            trim(handle, pending.email().key(), number);
            return number;
        });
    }

    private static long insert(Handle handle, PendingSignUp pending) {
        return handle.createQuery("""
                        INSERT INTO pending_sign_ups (
                            digest, email, email_key, username, first_name, last_name, display_name, password_hash,
                            link_digest, said, created_at, expires_at)
                        VALUES (:digest, :email, :emailKey, :username, :firstName, :lastName, :displayName, :hash,
                            :link, :said, :createdAt, :expiresAt)
                        RETURNING number
                        """)
                .bind("digest", pending.digest())
                .bind("email", pending.email().value())
                .bind("emailKey", pending.email().key())
                .bind("username", pending.username().value())
                .bind("firstName", ProfileField.FIRST_NAME.text(pending.profile()))
                .bind("lastName", ProfileField.LAST_NAME.text(pending.profile()))
                .bind("displayName", ProfileField.DISPLAY_NAME.text(pending.profile()))
                .bind("hash", pending.passwordHash())
                .bind("link", pending.link())
                .bind("said", pending.said())
                .bind("createdAt", pending.createdAt())
                .bind("expiresAt", pending.expiresAt())
                .mapTo(Long.class)
                .one();
    }

    private static void trim(Handle handle, NameKey email, long newest) {
        handle.createUpdate("DELETE FROM pending_sign_ups WHERE number <= :until")
                .bind("until", newest - MOST)
                .execute();
        handle.createUpdate("""
                        DELETE FROM pending_sign_ups
                        WHERE email_key = :email AND number <= (
                            SELECT number
                            FROM pending_sign_ups
                            WHERE email_key = :email
                            ORDER BY number DESC
                            LIMIT 1 OFFSET :most)
                        """)
                .bind("email", email)
                .bind("most", MOST_OF_AN_ADDRESS)
                .execute();
    }

    @Override
    public Optional<PendingSignUp> find(SecretDigest digest, Instant now) {
        return database.sql("""
                        SELECT digest, email, username, first_name, last_name, display_name, password_hash, link_digest,
                            said, created_at, expires_at
                        FROM pending_sign_ups
                        WHERE digest = :digest AND expires_at > :now
                        """).with("digest", digest).with("now", now).one(SqlPendingSignUps::pending);
    }

    private static PendingSignUp pending(ResultSet row) throws SQLException {
        String link = row.getString("link_digest");
        Username username = new Username(row.getString("username"));
        return new PendingSignUp(
                new SecretDigest(row.getString("digest")),
                new EmailAddress(row.getString("email")),
                username,
                names(row, username),
                row.getString("password_hash"),
                link == null ? null : new SecretDigest(link),
                row.getString("said"),
                Times.read(row, "created_at"),
                Times.read(row, "expires_at"));
    }

    private static Profile names(ResultSet row, Username username) throws SQLException {
        Profile profile = ProfileField.FIRST_NAME.setText(Profile.named(username), row.getString("first_name"));
        return ProfileField.DISPLAY_NAME.setText(
                ProfileField.LAST_NAME.setText(profile, row.getString("last_name")), row.getString("display_name"));
    }

    @Override
    public int removeAllOf(NameKey email) {
        return database.sql("DELETE FROM pending_sign_ups WHERE email_key = :email")
                .with("email", email)
                .change();
    }

    @Override
    public int removeOld(Instant until) {
        return database.sql("DELETE FROM pending_sign_ups WHERE expires_at <= :until")
                .with("until", until)
                .change();
    }
}

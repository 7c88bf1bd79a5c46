package dev.roster.persistence.sql;

import dev.roster.application.port.Passwords;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Password hashes, at most one for each user. */
final class SqlPasswords implements Passwords {
    /** Of passwords and users. */
    static final String COLUMNS = """
            passwords.hash, passwords.temporary_until,
            (passwords.temporary_until IS NOT NULL AND passwords.credential_epoch <> users.credential_epoch) AS overtaken
            """;

    private final Database database;

    @Inject
    SqlPasswords(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Kept> find(UserId user) {
        return database.sql("SELECT " + COLUMNS + """
                        FROM passwords
                        JOIN users ON users.id = passwords.user_id
                        WHERE passwords.user_id = :user
                        """).with("user", user).one(SqlPasswords::kept);
    }

    static Kept kept(ResultSet row) throws SQLException {
        return new Kept(row.getString("hash"), Times.readOptional(row, "temporary_until"), row.getBoolean("overtaken"));
    }

    @Override
    public void set(UserId user, String hash, Instant at) {
        put(user, hash, at, null);
    }

    @Override
    public void setTemporary(UserId user, String hash, Instant at, Instant until) {
        put(user, hash, at, until);
    }

    private void put(UserId user, String hash, Instant at, @Nullable Instant temporaryUntil) {
        database.write(handle -> {
            moveOn(handle, user);
            return handle.createUpdate("""
                            INSERT INTO passwords (user_id, hash, changed_at, temporary_until, credential_epoch)
                            VALUES (:user, :hash, :at, :temporaryUntil,
                                (SELECT credential_epoch FROM users WHERE id = :user))
                            ON CONFLICT (user_id) DO UPDATE SET
                                hash = excluded.hash, changed_at = excluded.changed_at,
                                temporary_until = excluded.temporary_until,
                                credential_epoch = excluded.credential_epoch
                            """)
                    .bind("user", user)
                    .bind("hash", hash)
                    .bind("at", at)
                    .bind("temporaryUntil", temporaryUntil)
                    .execute();
        });
    }

    private static void moveOn(Handle handle, UserId user) {
        handle.createUpdate("UPDATE users SET credential_epoch = credential_epoch + 1 WHERE id = :user")
                .bind("user", user)
                .execute();
        SqlShownSecrets.forgetAllButToken(handle, user);
    }

    @Override
    public boolean rehash(UserId user, String before, String after) {
        return database.sql("""
                                UPDATE passwords
                                SET hash = :after
                                WHERE user_id = :user AND hash = :before AND temporary_until IS NULL
                                """)
                .with("user", user)
                .with("before", before)
                .with("after", after)
                .changed();
    }

    @Override
    public void remove(UserId user) {
        database.write(handle -> {
            moveOn(handle, user);
            return handle.createUpdate("DELETE FROM passwords WHERE user_id = :user")
                    .bind("user", user)
                    .execute();
        });
    }
}

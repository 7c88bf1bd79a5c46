package dev.roster.persistence.sql;

import dev.roster.application.port.Passwords;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Password hashes, at most one for each user. */
final class SqlPasswords implements Passwords {
    private final Database database;

    @Inject
    SqlPasswords(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Kept> find(UserId user) {
        return database.read(handle -> handle.createQuery(
                        "SELECT hash, temporary_until FROM passwords WHERE user_id = :user")
                .bind("user", user)
                .map((row, context) -> new Kept(row.getString("hash"), Times.readOptional(row, "temporary_until")))
                .findOne());
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
        database.write(handle -> handle.createUpdate("""
                        INSERT INTO passwords (user_id, hash, changed_at, temporary_until)
                        VALUES (:user, :hash, :at, :temporaryUntil)
                        ON CONFLICT (user_id) DO UPDATE SET
                            hash = excluded.hash, changed_at = excluded.changed_at,
                            temporary_until = excluded.temporary_until
                        """)
                .bind("user", user)
                .bind("hash", hash)
                .bind("at", at)
                .bind("temporaryUntil", temporaryUntil)
                .execute());
    }

    @Override
    public void remove(UserId user) {
        database.write(handle -> handle.createUpdate("DELETE FROM passwords WHERE user_id = :user")
                .bind("user", user)
                .execute());
    }
}

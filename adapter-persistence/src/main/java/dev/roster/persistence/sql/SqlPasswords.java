package dev.roster.persistence.sql;

import dev.roster.application.port.Passwords;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** Password hashes, at most one for each user. */
final class SqlPasswords implements Passwords {
    private final Database database;

    @Inject
    SqlPasswords(Database database) {
        this.database = database;
    }

    @Override
    public Optional<String> hashOf(UserId user) {
        return database.read(handle -> handle.createQuery("SELECT hash FROM passwords WHERE user_id = :user")
                .bind("user", user)
                .mapTo(String.class)
                .findOne());
    }

    @Override
    public void set(UserId user, String hash, Instant at) {
        database.write(handle -> handle.createUpdate("""
                        INSERT INTO passwords (user_id, hash, changed_at)
                        VALUES (:user, :hash, :at)
                        ON CONFLICT (user_id) DO UPDATE SET hash = excluded.hash, changed_at = excluded.changed_at
                        """)
                .bind("user", user)
                .bind("hash", hash)
                .bind("at", at)
                .execute());
    }

    @Override
    public void remove(UserId user) {
        database.write(handle -> handle.createUpdate("DELETE FROM passwords WHERE user_id = :user")
                .bind("user", user)
                .execute());
    }
}

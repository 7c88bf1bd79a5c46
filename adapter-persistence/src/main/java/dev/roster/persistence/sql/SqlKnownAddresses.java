package dev.roster.persistence.sql;

import dev.roster.application.port.KnownAddresses;
import dev.roster.domain.credential.NetworkBlock;
import dev.roster.domain.credential.SecretDigest;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.time.Instant;

/** Where users logged in, each address as a digest that is another for each user. */
final class SqlKnownAddresses implements KnownAddresses {
    private final Database database;

    @Inject
    SqlKnownAddresses(Database database) {
        this.database = database;
    }

    private static SecretDigest digest(UserId user, NetworkBlock address) {
        return SecretDigest.of(user + "\n" + address);
    }

    @Override
    public boolean has(UserId user, NetworkBlock address, Instant since) {
        return database.read(handle -> handle.createQuery("""
                        SELECT 1 FROM known_addresses WHERE user_id = :user AND address = :address AND used_at > :since
                        """)
                .bind("user", user)
                .bind("address", digest(user, address))
                .bind("since", since)
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
    }

    @Override
    public void add(UserId user, NetworkBlock address, Instant at) {
        database.write(handle -> handle.createUpdate("""
                        INSERT INTO known_addresses (user_id, address, used_at)
                        VALUES (:user, :address, :at)
                        ON CONFLICT (user_id, address) DO UPDATE SET used_at = excluded.used_at
                            WHERE known_addresses.used_at < excluded.used_at
                        """)
                .bind("user", user)
                .bind("address", digest(user, address))
                .bind("at", at)
                .execute());
    }

    @Override
    public void removeAllOf(UserId user) {
        database.write(handle -> handle.createUpdate("DELETE FROM known_addresses WHERE user_id = :user")
                .bind("user", user)
                .execute());
    }

    @Override
    public int removeOld(Instant until) {
        return database.write(handle -> handle.createUpdate("DELETE FROM known_addresses WHERE used_at <= :until")
                .bind("until", until)
                .execute());
    }
}

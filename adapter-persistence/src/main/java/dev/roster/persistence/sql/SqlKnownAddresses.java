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
        return database.sql("""
                        SELECT 1 FROM known_addresses WHERE user_id = :user AND address = :address AND used_at > :since
                        """)
                .with("user", user)
                .with("address", digest(user, address))
                .with("since", since)
                .isThere();
    }

    @Override
    public void add(UserId user, NetworkBlock address, Instant at) {
        database.sql("""
                        INSERT INTO known_addresses (user_id, address, used_at)
                        VALUES (:user, :address, :at)
                        ON CONFLICT (user_id, address) DO UPDATE SET used_at = excluded.used_at
                            WHERE known_addresses.used_at < excluded.used_at
                        """)
                .with("user", user)
                .with("address", digest(user, address))
                .with("at", at)
                .change();
    }

    @Override
    public void removeAllOf(UserId user) {
        database.sql("DELETE FROM known_addresses WHERE user_id = :user")
                .with("user", user)
                .change();
    }

    @Override
    public int removeOld(Instant until) {
        return database.sql("DELETE FROM known_addresses WHERE used_at <= :until")
                .with("until", until)
                .change();
    }
}

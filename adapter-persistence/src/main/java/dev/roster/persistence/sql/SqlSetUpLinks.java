package dev.roster.persistence.sql;

import dev.roster.application.port.SetUpLinks;
import dev.roster.domain.credential.SecretDigest;
import jakarta.inject.Inject;
import java.time.Instant;

/** The set-up link, in a table that has room for one. */
final class SqlSetUpLinks implements SetUpLinks {
    private final Database database;

    @Inject
    SqlSetUpLinks(Database database) {
        this.database = database;
    }

    @Override
    public void set(SecretDigest digest, Instant expiresAt) {
        database.sql("""
                        INSERT INTO set_up_links (slot, digest, expires_at)
                        VALUES (1, :digest, :expiresAt)
                        ON CONFLICT (slot) DO UPDATE SET digest = excluded.digest, expires_at = excluded.expires_at
                        """).with("digest", digest).with("expiresAt", expiresAt).change();
    }

    @Override
    public boolean isOpen(SecretDigest digest, Instant now) {
        return database.sql("""
                        SELECT slot FROM set_up_links WHERE slot = 1 AND digest = :digest AND expires_at > :now
                        """).with("digest", digest).with("now", now).isThere();
    }

    @Override
    public boolean claim(SecretDigest digest, Instant now) {
        return database.sql("""
                        DELETE FROM set_up_links WHERE slot = 1 AND digest = :digest AND expires_at > :now
                        """).with("digest", digest).with("now", now).changed();
    }
}

package dev.roster.persistence.sql;

import dev.roster.persistence.secret.HmacSigning;
import dev.roster.persistence.secret.InstallationSecret;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jdbi.v3.core.Handle;

/**
 * Migration 23: the store belongs to a secret key from here on, and its audit trail is signed with it. There is no other
 * time at which a store gets a fingerprint or a trail its beginning, so that taking them away is no way to get new ones.
 */
final class TakeOverTrail extends CodeMigration {
    static final int VERSION = 23;

    private final InstallationSecret secret;

    TakeOverTrail(InstallationSecret secret) {
        super(VERSION, "take over trail");
        this.secret = secret;
    }

    @Override
    void migrate(Handle handle) {
        handle.createUpdate("INSERT INTO secret_keys (slot, fingerprint) VALUES (1, :fingerprint)")
                .bind("fingerprint", secret.fingerprint())
                .execute();
        new TrailTakeover(handle, new HmacSigning(secret), Instant.now().truncatedTo(ChronoUnit.MICROS)).run();
    }
}

package dev.roster.persistence.sql;

import dev.roster.persistence.secret.HmacSigning;
import dev.roster.persistence.secret.InstallationSecret;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Migration 23: the store belongs to a secret key from here on, and its audit trail is signed with it. There is no other
 * time at which a store gets a fingerprint or a trail its beginning, so that taking them away is no way to get new ones.
 */
final class TakeOverTrail implements JavaMigration {
    static final int VERSION = 23;

    private final InstallationSecret secret;

    TakeOverTrail(InstallationSecret secret) {
        this.secret = secret;
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion(Integer.toString(VERSION));
    }

    @Override
    public String getDescription() {
        return "take over trail";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) {
        Jdbi jdbi = Jdbi.create(() -> context.getConnection());
        jdbi.registerArgument(new DomainArguments());
        // Closing the handle would close the connection of the one who migrates.
        Handle handle = jdbi.open();
        handle.createUpdate("INSERT INTO secret_keys (slot, fingerprint) VALUES (1, :fingerprint)")
                .bind("fingerprint", secret.fingerprint())
                .execute();
        new TrailTakeover(handle, new HmacSigning(secret), Instant.now().truncatedTo(ChronoUnit.MICROS)).run();
    }
}

package dev.roster.persistence.sql;

import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** A migration that SQL cannot say. */
abstract class CodeMigration implements JavaMigration {
    private final int version;
    private final String description;

    CodeMigration(int version, String description) {
        this.version = version;
        this.description = description;
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion(Integer.toString(version));
    }

    @Override
    public String getDescription() {
        return description;
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
        migrate(jdbi.open());
    }

    abstract void migrate(Handle handle);
}

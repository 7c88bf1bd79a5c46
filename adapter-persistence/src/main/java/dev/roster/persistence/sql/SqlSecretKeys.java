package dev.roster.persistence.sql;

import dev.roster.application.port.SecretKeys;
import jakarta.inject.Inject;

/** The fingerprint of the secret key, in the one row of its table. */
final class SqlSecretKeys implements SecretKeys {
    private final Database database;
    private final KeyCheck key;

    @Inject
    SqlSecretKeys(Database database, KeyCheck key) {
        this.database = database;
        this.key = key;
    }

    @Override
    public String fingerprint() {
        return key.fingerprint();
    }

    @Override
    public boolean isCurrent() {
        return database.read(Schema::fingerprint).filter(fingerprint()::equals).isPresent();
    }

    @Override
    public void requireCurrent() {
        database.requireKey();
    }

    @Override
    public void replace(String fingerprint) {
        database.write(handle -> {
            database.requireKey();
            return handle.createUpdate("UPDATE secret_keys SET fingerprint = :fingerprint WHERE slot = 1")
                    .bind("fingerprint", fingerprint)
                    .execute();
        });
    }
}

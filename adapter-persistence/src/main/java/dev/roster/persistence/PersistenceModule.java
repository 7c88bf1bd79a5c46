package dev.roster.persistence;

import com.google.inject.AbstractModule;
import dev.roster.persistence.secret.Argon2Parameters;
import dev.roster.persistence.secret.InstallationSecret;
import dev.roster.persistence.secret.SecretModule;
import dev.roster.persistence.secret.TokenKeeping;
import dev.roster.persistence.sql.SqlModule;
import dev.roster.persistence.sql.Store;
import dev.roster.persistence.sql.StoreAddress;

/**
 * All outgoing ports but the clock, on one store with one secret. {@link Store} and {@link InstallationSecret} can be
 * injected too; the store is to be opened before a port is used, and closed in the end.
 */
public final class PersistenceModule extends AbstractModule {
    private final StoreAddress address;
    private final InstallationSecret secret;
    private final TokenKeeping keeping;
    private final Argon2Parameters hashing;

    public PersistenceModule(StoreAddress address, InstallationSecret secret) {
        this(address, secret, TokenKeeping.SEALED, Argon2Parameters.usual());
    }

    public PersistenceModule(
            StoreAddress address, InstallationSecret secret, TokenKeeping keeping, Argon2Parameters hashing) {
        this.address = address;
        this.secret = secret;
        this.keeping = keeping;
        this.hashing = hashing;
    }

    @Override
    protected void configure() {
        install(new SqlModule(Store.at(address)));
        install(new SecretModule(secret, keeping, hashing));
    }
}

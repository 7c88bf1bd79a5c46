package dev.roster.persistence.secret;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.roster.application.port.Ids;
import dev.roster.application.port.PasswordHasher;
import dev.roster.application.port.SecretSource;
import dev.roster.application.port.TokenVault;

/** The ports that make, hash and seal secrets. */
public final class SecretModule extends AbstractModule {
    private final InstallationSecret secret;
    private final TokenKeeping keeping;
    private final Argon2Parameters parameters;

    public SecretModule(InstallationSecret secret, TokenKeeping keeping, Argon2Parameters parameters) {
        this.secret = secret;
        this.keeping = keeping;
        this.parameters = parameters;
    }

    @Override
    protected void configure() {
        bind(InstallationSecret.class).toInstance(secret);
        bind(Ids.class).toInstance(new TimeOrderedIds());
        bind(SecretSource.class).toInstance(new RandomSecrets());
    }

    @Provides
    @Singleton
    PasswordHasher passwordHasher() {
        return new Argon2Hasher(parameters);
    }

    @Provides
    @Singleton
    TokenVault tokenVault() {
        TokenVault sealing = new GcmTokenVault(secret);
        return switch (keeping) {
            case SEALED -> sealing;
            case SHOW_ONCE -> new ShowOnceVault(sealing);
        };
    }
}

package dev.roster.persistence.secret;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.roster.application.port.Ids;
import dev.roster.application.port.PasswordHasher;
import dev.roster.application.port.Sealer;
import dev.roster.application.port.SecretSource;
import dev.roster.application.port.TokenVault;
import dev.roster.domain.audit.Signing;

/**
 * The ports that generate, hash and seal secrets. The installing module binds {@link InstallationSecret},
 * {@link TokenKeeping} and {@link Argon2Parameters}.
 */
public final class SecretModule extends AbstractModule {
    @Override
    protected void configure() {
        requireBinding(InstallationSecret.class);
        requireBinding(TokenKeeping.class);
        requireBinding(Argon2Parameters.class);
        bind(Ids.class).toInstance(new TimeOrderedIds());
        bind(SecretSource.class).toInstance(new RandomSecrets());
    }

    @Provides
    @Singleton
    static PasswordHasher passwordHasher(Argon2Parameters parameters) {
        return new Argon2Hasher(parameters);
    }

    @Provides
    @Singleton
    static Sealer sealer(InstallationSecret secret) {
        return new GcmSealer(secret);
    }

    @Provides
    @Singleton
    static Signing signing(InstallationSecret secret) {
        return new HmacSigning(secret);
    }

    @Provides
    @Singleton
    static TokenVault tokenVault(InstallationSecret secret, TokenKeeping keeping) {
        TokenVault sealing = new GcmTokenVault(secret);
        return switch (keeping) {
            case SEALED -> sealing;
            case SHOW_ONCE -> new ShowOnceVault(sealing);
        };
    }
}

package dev.roster.persistence;

import com.google.inject.AbstractModule;
import dev.roster.persistence.picture.PictureModule;
import dev.roster.persistence.secret.SecretModule;
import dev.roster.persistence.sql.SqlModule;

/**
 * All outgoing ports but the clock, on one store with one secret. Whoever installs it binds the open
 * {@link dev.roster.persistence.sql.Store}, the {@link dev.roster.persistence.secret.InstallationSecret}, the
 * {@link dev.roster.persistence.secret.TokenKeeping}, the {@link dev.roster.persistence.secret.Argon2Parameters} and the
 * {@link dev.roster.application.port.AvatarLimits}; none is asked for before a port is needed.
 */
public final class PersistenceModule extends AbstractModule {
    @Override
    protected void configure() {
        install(new SqlModule());
        install(new SecretModule());
        install(new PictureModule());
    }
}

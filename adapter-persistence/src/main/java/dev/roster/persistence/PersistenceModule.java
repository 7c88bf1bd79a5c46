package dev.roster.persistence;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import dev.roster.application.port.KeyCustody;
import dev.roster.persistence.picture.PictureModule;
import dev.roster.persistence.secret.InstallationSecret;
import dev.roster.persistence.secret.SecretModule;
import dev.roster.persistence.sql.SqlModule;
import dev.roster.persistence.sql.Store;

/**
 * All outgoing ports except the clock and the audit trail's witness, on one store with its secret. The installing module binds
 * the open {@link Store}, the {@link dev.roster.persistence.secret.TokenKeeping}, the
 * {@link dev.roster.persistence.secret.Argon2Parameters} and the {@link dev.roster.domain.user.AvatarLimits}; none is asked for before a port is needed.
 */
public final class PersistenceModule extends AbstractModule {
    @Override
    protected void configure() {
        install(new SqlModule());
        install(new SecretModule());
        install(new PictureModule());
    }

    @Provides
    static InstallationSecret secret(Store store) {
        return store.secret();
    }

    @Provides
    static KeyCustody custody(Store store) {
        return store.custody();
    }
}

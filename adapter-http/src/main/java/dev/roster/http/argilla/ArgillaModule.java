package dev.roster.http.argilla;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.multibindings.Multibinder;
import dev.roster.application.port.ForeignPlatform;
import dev.roster.application.role.NearestRoles;
import dev.roster.http.dialect.NearestWords;
import dev.roster.http.dialect.TokenKeys;
import dev.roster.http.web.Dialect;
import java.util.List;

/**
 * Wires the Argilla dialect into the HTTP door, and the reading of other Argilla servers. Whoever installs it binds a
 * {@link TokenKeys}.
 */
public final class ArgillaModule extends AbstractModule {
    @Override
    protected void configure() {
        requireBinding(TokenKeys.class);
        Multibinder.newSetBinder(binder(), Dialect.class).addBinding().to(ArgillaDialect.class);
        bind(ForeignPlatform.class).to(ArgillaClient.class);
    }

    @Provides
    static NearestWords<ArgillaRole> roles(NearestRoles nearestRoles) {
        return new NearestWords<>(nearestRoles, List.of(ArgillaRole.values()), ArgillaRole::meaning);
    }
}

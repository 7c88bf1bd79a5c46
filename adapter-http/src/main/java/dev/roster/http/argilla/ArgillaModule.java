package dev.roster.http.argilla;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.multibindings.MapBinder;
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
    private static final String NAME = "argilla";

    @Override
    protected void configure() {
        requireBinding(TokenKeys.class);
        MapBinder.newMapBinder(binder(), String.class, Dialect.class)
                .addBinding(NAME)
                .to(ArgillaDialect.class);
        MapBinder.newMapBinder(binder(), String.class, ForeignPlatform.class)
                .addBinding(NAME)
                .to(ArgillaClient.class);
    }

    @Provides
    static NearestWords<ArgillaRole> roles(NearestRoles nearestRoles) {
        return new NearestWords<>(nearestRoles, List.of(ArgillaRole.values()), ArgillaRole::meaning);
    }
}

package dev.roster.http.argilla;

import com.google.inject.Provides;
import com.google.inject.multibindings.MapBinder;
import dev.roster.application.port.ForeignPlatform;
import dev.roster.application.role.NearestRoles;
import dev.roster.http.dialect.NearestWords;
import dev.roster.http.dialect.TokenKeys;
import dev.roster.http.web.Dialect;
import dev.roster.http.web.LateModule;
import java.util.List;

/**
 * Wires the Argilla dialect into the HTTP interface, and the reading of other Argilla servers. The installing module binds a
 * {@link TokenKeys}.
 */
public final class ArgillaModule extends LateModule {
    private static final String NAME = "argilla";

    @Override
    protected void configure() {
        requireBinding(TokenKeys.class);
        MapBinder.newMapBinder(binder(), String.class, Dialect.class)
                .addBinding(NAME)
                .toProvider(late(ArgillaDialect.class));
        MapBinder.newMapBinder(binder(), String.class, ForeignPlatform.class)
                .addBinding(NAME)
                .toProvider(late(ArgillaClient.class));
    }

    @Provides
    static NearestWords<ArgillaRole> roles(NearestRoles nearestRoles) {
        return new NearestWords<>(nearestRoles, List.of(ArgillaRole.values()), ArgillaRole::meaning);
    }
}

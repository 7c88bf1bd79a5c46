package dev.roster.http.arize;

import com.google.inject.multibindings.MapBinder;
import dev.roster.application.port.ForeignPlatform;
import dev.roster.http.web.Dialect;
import dev.roster.http.web.LateModule;

/** Wires the Arize dialect into the HTTP interface, and the reading of Arize itself. */
public final class ArizeModule extends LateModule {
    static final String NAME = "arize";

    @Override
    protected void configure() {
        MapBinder.newMapBinder(binder(), String.class, Dialect.class)
                .addBinding(NAME)
                .toProvider(late(ArizeDialect.class));
        MapBinder.newMapBinder(binder(), String.class, ForeignPlatform.class)
                .addBinding(NAME)
                .toProvider(late(ArizeClient.class));
    }
}

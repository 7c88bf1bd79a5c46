package dev.roster.http.arize;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.MapBinder;
import dev.roster.application.port.ForeignPlatform;
import dev.roster.http.web.Dialect;

/** Wires the Arize dialect into the HTTP door, and the reading of Arize itself. */
public final class ArizeModule extends AbstractModule {
    static final String NAME = "arize";

    @Override
    protected void configure() {
        MapBinder.newMapBinder(binder(), String.class, Dialect.class)
                .addBinding(NAME)
                .to(ArizeDialect.class);
        MapBinder.newMapBinder(binder(), String.class, ForeignPlatform.class)
                .addBinding(NAME)
                .to(ArizeClient.class);
    }
}

package dev.roster.http.arize;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.MapBinder;
import dev.roster.http.web.Dialect;

/** Wires the Arize dialect into the HTTP door. */
public final class ArizeModule extends AbstractModule {
    static final String NAME = "arize";

    @Override
    protected void configure() {
        MapBinder.newMapBinder(binder(), String.class, Dialect.class)
                .addBinding(NAME)
                .to(ArizeDialect.class);
    }
}

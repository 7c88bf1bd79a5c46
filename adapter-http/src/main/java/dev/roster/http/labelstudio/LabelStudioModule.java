package dev.roster.http.labelstudio;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.MapBinder;
import dev.roster.http.web.Dialect;

/** Wires the Label Studio dialect into the HTTP door. */
public final class LabelStudioModule extends AbstractModule {
    static final String NAME = "label-studio";

    @Override
    protected void configure() {
        MapBinder.newMapBinder(binder(), String.class, Dialect.class)
                .addBinding(NAME)
                .to(LabelStudioDialect.class);
    }
}

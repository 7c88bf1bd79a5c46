package dev.roster.http.labelstudio;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.MapBinder;
import com.google.inject.multibindings.Multibinder;
import dev.roster.application.invitation.Arrival;
import dev.roster.application.port.ForeignPlatform;
import dev.roster.http.web.Dialect;

/** Wires the Label Studio dialect into the HTTP door, and the reading of Label Studio itself. */
public final class LabelStudioModule extends AbstractModule {
    static final String NAME = "label-studio";

    @Override
    protected void configure() {
        MapBinder.newMapBinder(binder(), String.class, Dialect.class)
                .addBinding(NAME)
                .to(LabelStudioDialect.class);
        MapBinder.newMapBinder(binder(), String.class, ForeignPlatform.class)
                .addBinding(NAME)
                .to(LabelStudioClient.class);
        Multibinder<Arrival> arrivals = Multibinder.newSetBinder(binder(), Arrival.class);
        arrivals.addBinding().to(NewcomerRoles.class);
        arrivals.addBinding().to(NewsletterChoice.class);
    }
}

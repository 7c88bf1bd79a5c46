package dev.roster.http.labelstudio;

import com.google.inject.multibindings.MapBinder;
import com.google.inject.multibindings.Multibinder;
import dev.roster.application.invitation.Arrival;
import dev.roster.application.port.ForeignPlatform;
import dev.roster.http.web.Dialect;
import dev.roster.http.web.LateModule;

/** Wires the Label Studio dialect into the HTTP interface, and the reading of Label Studio itself. */
public final class LabelStudioModule extends LateModule {
    static final String NAME = "label-studio";

    @Override
    protected void configure() {
        MapBinder.newMapBinder(binder(), String.class, Dialect.class)
                .addBinding(NAME)
                .toProvider(late(LabelStudioDialect.class));
        MapBinder.newMapBinder(binder(), String.class, ForeignPlatform.class)
                .addBinding(NAME)
                .toProvider(late(LabelStudioClient.class));
        Multibinder<Arrival> arrivals = Multibinder.newSetBinder(binder(), Arrival.class);
        arrivals.addBinding().toProvider(late(NewcomerRoles.class));
        arrivals.addBinding().toProvider(late(NewsletterChoice.class));
    }
}

package dev.roster.http.argilla;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import dev.roster.application.port.ForeignPlatform;
import dev.roster.http.web.Dialect;

/**
 * Wires the Argilla dialect into the HTTP door, and the reading of other Argilla servers. Whoever installs it binds a
 * {@link TokenSigningKey}.
 */
public final class ArgillaModule extends AbstractModule {
    @Override
    protected void configure() {
        requireBinding(TokenSigningKey.class);
        Multibinder.newSetBinder(binder(), Dialect.class).addBinding().to(ArgillaDialect.class);
        bind(ForeignPlatform.class).to(ArgillaClient.class);
    }
}

package dev.roster.http;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.multibindings.MapBinder;
import com.google.inject.multibindings.Multibinder;
import dev.roster.application.invitation.Arrival;
import dev.roster.http.console.ConsoleModule;
import dev.roster.http.console.ServedAs;
import dev.roster.http.web.Dialect;
import dev.roster.http.web.Site;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.inject.Singleton;

/**
 * Wires the HTTP interface. The installing module binds the ports of the application, {@link HttpSettings} and
 * {@link Readiness}.
 */
public final class HttpModule extends AbstractModule {
    @Override
    protected void configure() {
        requireBinding(HttpSettings.class);
        bind(MeterRegistry.class).to(PrometheusMeterRegistry.class);
        install(new ConsoleModule());
        MapBinder.newMapBinder(binder(), String.class, Dialect.class);
        Multibinder.newSetBinder(binder(), Arrival.class);
    }

    @Provides
    static Site site(HttpSettings settings) {
        return new Site(settings.publicUrl());
    }

    @Provides
    @Singleton
    static PrometheusMeterRegistry metrics() {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new ClassLoaderMetrics().bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        return registry;
    }

    @Provides
    static ServedAs servedAs(HttpSettings settings) {
        return new ServedAs(settings.publicUrl(), settings.rootDialect());
    }
}

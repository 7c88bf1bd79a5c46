package dev.roster.http.console;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;

/** Wires the console: all its pages, each group once. */
public final class ConsoleModule extends AbstractModule {
    @Override
    protected void configure() {
        Multibinder<ConsolePages> pages = Multibinder.newSetBinder(binder(), ConsolePages.class);
        pages.addBinding().to(Files.class);
        pages.addBinding().to(LogInPages.class);
        pages.addBinding().to(HomePages.class);
    }
}

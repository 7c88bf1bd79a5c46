package dev.roster.cli;

import com.google.inject.AbstractModule;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.Provides;
import dev.roster.application.work.Lookups;
import dev.roster.cli.terminal.GivenOptions;
import dev.roster.cli.terminal.Installation;
import dev.roster.cli.terminal.Operator;
import dev.roster.cli.terminal.Release;
import dev.roster.cli.terminal.Terminal;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/**
 * The command line. It wants {@link Installation} and {@link Operator} bound beside the use cases, and hands out
 * {@link RosterCommandLine} and {@link GivenOptions}. No use case is made before a command needs it.
 */
public final class CliModule extends AbstractModule {
    private final Terminal terminal;
    private final Release release;
    private final GivenOptions given = new GivenOptions();
    private final Lookups lookups = new Lookups();

    public CliModule(Terminal terminal, Release release) {
        this.terminal = terminal;
        this.release = release;
    }

    @Override
    protected void configure() {
        bind(Terminal.class).toInstance(terminal);
        bind(GivenOptions.class).toInstance(given);
        bind(Lookups.class).toInstance(lookups);
        requireBinding(Installation.class);
        requireBinding(Operator.class);
    }

    /**
     * The command line of a program that builds its injector when a command asks for something outside: not for help, a version
     * or a mistake in the arguments.
     *
     * @param injector returns the same at every call; this module is installed in it
     */
    public RosterCommandLine commandLine(Supplier<Injector> injector) {
        return new Parts(
                        terminal,
                        release,
                        given,
                        lookups,
                        type -> injector.get().getInstance(Key.get(type)))
                .make(RosterCommandLine.class);
    }

    @Provides
    @Singleton
    RosterCommandLine commandLine(Injector injector) {
        return commandLine(() -> injector);
    }
}

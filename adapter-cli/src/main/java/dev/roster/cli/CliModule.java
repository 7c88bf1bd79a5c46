package dev.roster.cli;

import com.google.inject.AbstractModule;
import com.google.inject.Injector;
import com.google.inject.Provides;
import com.google.inject.Scopes;
import dev.roster.cli.terminal.GivenOptions;
import dev.roster.cli.terminal.Installation;
import dev.roster.cli.terminal.Operator;
import dev.roster.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/**
 * The command line. It wants {@link Installation} and {@link Operator} bound beside the use cases, and hands out
 * {@link RosterCommandLine} and {@link GivenOptions}. No use case is made before a command needs it.
 */
public final class CliModule extends AbstractModule {
    private final Terminal terminal;

    public CliModule(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    protected void configure() {
        bind(Terminal.class).toInstance(terminal);
        bind(GivenOptions.class).in(Scopes.SINGLETON);
        bind(RosterCommandLine.class).in(Scopes.SINGLETON);
        requireBinding(Installation.class);
        requireBinding(Operator.class);
    }

    /** Commands come from Guice; what picocli brings along, as its help, from picocli. */
    @Provides
    static IFactory factory(Injector injector) {
        return new IFactory() {
            @Override
            public <T> T create(Class<T> type) throws Exception {
                return type.getPackageName().startsWith(CliModule.class.getPackageName())
                        ? injector.getInstance(type)
                        : CommandLine.defaultFactory().create(type);
            }
        };
    }
}

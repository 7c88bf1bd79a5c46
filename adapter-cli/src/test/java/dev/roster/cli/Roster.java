package dev.roster.cli;

import com.google.inject.Guice;
import com.google.inject.Injector;
import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.fake.Fakes;
import dev.roster.application.fake.FixedClock;
import dev.roster.application.fake.InMemoryPlatform;
import dev.roster.application.fake.RememberingCarrier;
import dev.roster.application.given.Given;
import dev.roster.application.given.Ports;
import dev.roster.cli.terminal.GivenOptions;
import dev.roster.cli.terminal.Installation;
import dev.roster.cli.terminal.Release;
import dev.roster.domain.audit.Door;
import java.util.function.UnaryOperator;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The command {@code roster} over an installation in memory. */
public final class Roster {
    private final Fakes fakes = new Fakes();
    private final InMemoryPlatform platform = new InMemoryPlatform();
    private final FakeTerminal terminal = new FakeTerminal();
    private final FakeInstallation installation = new FakeInstallation();
    private final Injector injector;

    public Roster() {
        this(UnaryOperator.identity());
    }

    /** @param seen what the commands see of the ports */
    public Roster(UnaryOperator<Ports> seen) {
        injector = Guice.createInjector(
                new CliModule(terminal, new Release("1.2.3")),
                new PortsModule(
                        seen.apply(fakes.ports()),
                        platform,
                        fakes.clock(),
                        () -> Caller.operator("tester", Origin.of(Door.CLI))),
                binder -> binder.bind(Installation.class).toInstance(installation));
    }

    /** How a command ended and what it printed. */
    public record Ran(int exit, String out, String err) {}

    public Ran run(String... arguments) {
        int exit = injector.getInstance(RosterCommandLine.class).run(arguments);
        FakeTerminal.Printed printed = terminal.take();
        return new Ran(exit, printed.out(), printed.err());
    }

    /** All commands and what they take. */
    CommandSpec commands() {
        return injector.getInstance(RosterCommandLine.class).commands();
    }

    /** What reads the arguments of a command line. */
    CommandLine line() {
        return commands().commandLine();
    }

    public Given given() {
        Given given = new Given(fakes.ports());
        given.organization();
        return given;
    }

    public Ports ports() {
        return fakes.ports();
    }

    Fakes fakes() {
        return fakes;
    }

    /** What was mailed, and how to stop it. */
    public RememberingCarrier mails() {
        return fakes.mailCarrier();
    }

    public FixedClock clock() {
        return fakes.clock();
    }

    /** Another platform, to import from. */
    public InMemoryPlatform platform() {
        return platform;
    }

    public FakeTerminal terminal() {
        return terminal;
    }

    FakeInstallation installation() {
        return installation;
    }

    GivenOptions options() {
        return injector.getInstance(GivenOptions.class);
    }
}

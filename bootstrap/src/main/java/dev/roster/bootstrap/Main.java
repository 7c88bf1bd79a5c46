package dev.roster.bootstrap;

import com.google.inject.Guice;
import com.google.inject.Injector;
import dev.roster.cli.RosterCommandLine;
import dev.roster.cli.terminal.Terminal;

/** Starts Roster. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(Environment.ofThisProcess(), Terminal.ofThisProcess(), arguments));
    }

    /** Returns the exit code: 0 done, 1 refused or failed, 2 not understood. */
    static int run(Environment environment, Terminal terminal, String... arguments) {
        // Pictures are drawn without a screen, even where there is one.
        System.setProperty("java.awt.headless", "true");
        // Guice's generated classes are what newer JDKs warn about; it does without.
        System.setProperty("guice_bytecode_gen_option", "DISABLED");
        Injector injector = Guice.createInjector(new RosterModule(environment, terminal));
        OpenStore store = injector.getInstance(OpenStore.class);
        try {
            return injector.getInstance(RosterCommandLine.class).run(arguments);
        } finally {
            store.close();
        }
    }
}

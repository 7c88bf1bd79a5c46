package dev.roster.bootstrap;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import org.jspecify.annotations.Nullable;

/** The injector of a process, built when something first asks for it. */
final class Wiring implements AutoCloseable {
    private final Module module;
    private @Nullable Injector injector;

    Wiring(Module module) {
        this.module = module;
    }

    synchronized Injector injector() {
        if (injector == null) {
            // Guice's generated classes are what newer JDKs warn about; it does without.
            System.setProperty("guice_bytecode_gen_option", "DISABLED");
            injector = Guice.createInjector(module);
        }
        return injector;
    }

    /** Closes the store, if one was opened. */
    @Override
    public synchronized void close() {
        if (injector != null) {
            injector.getInstance(OpenStore.class).close();
        }
    }
}

package dev.roster.http.web;

import com.google.inject.AbstractModule;
import com.google.inject.Injector;
import com.google.inject.Provider;
import jakarta.inject.Inject;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A module with bindings that the injector looks at when they are first used. To look at all that a server consists of takes
 * longer than most commands run, and a command has no server.
 */
public abstract class LateModule extends AbstractModule {
    protected static <T> Provider<T> late(Class<T> type) {
        return new Late<>(type);
    }

    private static final class Late<T> implements Provider<T> {
        private final Class<T> type;
        private @Nullable Injector injector;

        Late(Class<T> type) {
            this.type = type;
        }

        @Inject
        void askedOf(Injector all) {
            injector = all;
        }

        @Override
        public T get() {
            return Objects.requireNonNull(injector, "an injector").getInstance(type);
        }
    }
}

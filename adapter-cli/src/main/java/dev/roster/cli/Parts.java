package dev.roster.cli;

import dev.roster.application.work.Lookups;
import dev.roster.cli.terminal.Choices;
import dev.roster.cli.terminal.GivenOptions;
import dev.roster.cli.terminal.Operator;
import dev.roster.cli.terminal.Release;
import dev.roster.cli.terminal.Terminal;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/**
 * Makes commands and what they consist of, without the injector: it takes longer to build than a help page to print. What
 * comes from outside the command line is asked of it when it is first used.
 */
final class Parts implements IFactory {
    private static final String OURS = Parts.class.getPackageName();

    private final Function<Type, ?> outside;
    private final Map<Class<?>, Object> shared;

    Parts(Terminal terminal, Release release, GivenOptions given, Lookups lookups, Function<Type, ?> outside) {
        this.outside = outside;
        this.shared = Map.of(
                IFactory.class,
                this,
                Terminal.class,
                terminal,
                Release.class,
                release,
                GivenOptions.class,
                given,
                Lookups.class,
                lookups,
                Choices.class,
                new Choices(),
                Operator.class,
                (Operator) () -> outside(Operator.class).caller(),
                InstantSource.class,
                (InstantSource) () -> outside(InstantSource.class).instant());
    }

    private <T> T outside(Class<T> type) {
        return type.cast(outside.apply(type));
    }

    /** What picocli brings along, as its help, comes from picocli. */
    @Override
    public <T> T create(Class<T> type) throws Exception {
        Object known = shared.get(type);
        return known == null ? made(type) : type.cast(known);
    }

    private <T> T made(Class<T> type) throws Exception {
        Optional<Constructor<?>> constructor = Arrays.stream(type.getDeclaredConstructors())
                .filter(each -> each.isAnnotationPresent(Inject.class))
                .findFirst();
        if (constructor.isEmpty()) {
            return CommandLine.defaultFactory().create(type);
        }
        constructor.get().setAccessible(true);
        return type.cast(
                constructor.get().newInstance(arguments(constructor.get().getGenericParameterTypes())));
    }

    private Object[] arguments(Type... types) throws Exception {
        Object[] arguments = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            arguments[i] = types[i] instanceof Class<?> type
                    ? create(type)
                    : later(((ParameterizedType) types[i]).getActualTypeArguments()[0]);
        }
        return arguments;
    }

    private Provider<?> later(Type type) {
        return () -> type instanceof Class<?> part && isPart(part) ? make(part) : outside.apply(type);
    }

    private static boolean isPart(Class<?> type) {
        return type.getPackageName().startsWith(OURS) && !type.isInterface();
    }

    <T> T make(Class<T> type) {
        try {
            return create(type);
        } catch (Exception failure) {
            throw new IllegalStateException("cannot make " + type, failure);
        }
    }
}

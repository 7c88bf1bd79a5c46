package dev.roster.application.fault;

import dev.roster.application.given.Ports;
import dev.roster.application.port.Transactions;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Ports that fail when {@link Faults} say so, and that note which use cases call them. */
public final class WatchedPorts {
    private static final String USE_CASES = "dev.roster.application.";

    private final Faults faults;
    private final Set<Class<?>> seen = new HashSet<>();

    public WatchedPorts(Faults faults) {
        this.faults = faults;
    }

    /** Lets every call of every port fail in its turn, and the end of each transaction. */
    public Ports failing(Ports ports) {
        return each(ports, component -> failing(component.getType(), value(component, ports)));
    }

    /** Counts the calls of ports that ask the store, transactions aside. */
    public static Ports counting(Ports ports, AtomicInteger calls) {
        return each(
                ports,
                component -> component.getType().getName().startsWith("dev.roster.application.port")
                                && component.getType() != Transactions.class
                        ? counting(component.getType(), value(component, ports), calls)
                        : value(component, ports));
    }

    private static Object counting(Class<?> type, Object port, AtomicInteger calls) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            calls.incrementAndGet();
            try {
                return method.invoke(port, arguments);
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        });
    }

    /** Lets only the end of transactions fail, for stores whose statements fail by themselves. */
    Ports failingAtTheEnd(Ports ports) {
        return each(
                ports,
                component -> component.getType() == Transactions.class
                        ? new Ending(ports.transactions())
                        : value(component, ports));
    }

    /** Every class of the application that was at work during a call. */
    Set<Class<?>> seen() {
        return seen;
    }

    /** The same ports with something else in the place of each. */
    public static Ports each(Ports ports, Function<RecordComponent, Object> change) {
        RecordComponent[] components = Ports.class.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return Ports.class
                    .getDeclaredConstructor(types)
                    .newInstance(Arrays.stream(components).map(change).toArray());
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** The port of that name. */
    public static Object value(RecordComponent component, Ports ports) {
        try {
            return component.getAccessor().invoke(ports);
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private Object failing(Class<?> type, Object port) {
        if (port instanceof Transactions transactions) {
            return new Ending(transactions);
        }
        return Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call(port, method, arguments));
    }

    private Object call(Object port, Method method, Object[] arguments) throws Throwable {
        if (method.getDeclaringClass() != Object.class) {
            note();
            faults.beforeCall();
        }
        try {
            return method.invoke(port, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private void note() {
        seen.addAll(StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .walk(frames -> frames.<Class<?>>map(StackWalker.StackFrame::getDeclaringClass)
                        .filter(type -> type.getName().startsWith(USE_CASES))
                        .collect(Collectors.toSet())));
    }

    /** Transactions whose commit may fail, after all that was to be done in them. */
    private final class Ending implements Transactions {
        private final Transactions transactions;
        // One for each store.
        @SuppressWarnings("ThreadLocalUsage")
        private final ThreadLocal<Boolean> inside = ThreadLocal.withInitial(() -> false);

        private Ending(Transactions transactions) {
            this.transactions = transactions;
        }

        @Override
        public <T> T inTransaction(Supplier<T> work) {
            return inside.get()
                    ? transactions.inTransaction(work)
                    : toTheEnd(() -> transactions.inTransaction(failingLast(work)));
        }

        @Override
        public <T> T inLongTransaction(Supplier<T> work) {
            return inside.get()
                    ? transactions.inLongTransaction(work)
                    : toTheEnd(() -> transactions.inLongTransaction(failingLast(work)));
        }

        @Override
        public <T> T alone(Supplier<T> work) {
            return toTheEnd(() -> transactions.alone(failingLast(work)));
        }

        private <T> T toTheEnd(Supplier<T> transaction) {
            note();
            inside.set(true);
            try {
                return transaction.get();
            } finally {
                inside.remove();
            }
        }

        private <T> Supplier<T> failingLast(Supplier<T> work) {
            return () -> {
                T result = work.get();
                faults.beforeCall();
                return result;
            };
        }

        @Override
        public <T> T provided(BooleanSupplier condition, Supplier<T> call) {
            return transactions.provided(condition, call);
        }

        @Override
        public <T> T reading(Supplier<T> work) {
            return transactions.reading(work);
        }

        @Override
        public boolean isWriting() {
            return transactions.isWriting();
        }
    }
}

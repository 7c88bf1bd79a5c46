package dev.roster.bootstrap;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;

/**
 * Hears SIGTERM and SIGINT, so that a process that stopped as it was told ends with 0. By themselves they end it with 143
 * and 130 whatever it did, which supervisors take for a failure. The class is not of the Java API, though every JDK has it, so
 * the compiler is kept out of this.
 */
final class StopSignals {
    private static final List<String> NAMES = List.of("TERM", "INT");

    private StopSignals() {}

    /** Where signals cannot be heard, as with {@code -Xrs}, the shutdown hooks of the process still run. */
    static void hear(Runnable stop) {
        try {
            for (String name : NAMES) {
                hear(name, stop);
            }
        } catch (ReflectiveOperationException notHere) {
            return;
        }
    }

    private static void hear(String name, Runnable stop) throws ReflectiveOperationException {
        Class<?> signal = Class.forName("sun.misc.Signal");
        Class<?> handler = Class.forName("sun.misc.SignalHandler");
        Object handling = Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, running(stop));
        signal.getMethod("handle", signal, handler)
                .invoke(null, signal.getConstructor(String.class).newInstance(name), handling);
    }

    private static InvocationHandler running(Runnable stop) {
        return (proxy, method, arguments) -> {
            if (method.getDeclaringClass() == Object.class) {
                return ofObject(proxy, method);
            }
            stop.run();
            return null;
        };
    }

    private static Object ofObject(Object proxy, Method method) {
        return switch (method.getName()) {
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> false;
            default -> "StopSignals";
        };
    }
}

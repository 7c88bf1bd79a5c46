package dev.roster.application.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.fake.Fakes;
import dev.roster.application.fault.WatchedPorts;
import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.application.scenario.UseCases;
import dev.roster.domain.audit.Door;
import dev.roster.domain.user.UserId;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A port that can take something of a user away is told when the account ends, so that nothing new is forgotten. */
class EndOfAccountTest {
    private static final Caller ROOT = Caller.operator("root", Origin.of(Door.CLI));

    /** What a deleted account keeps until it is erased: who made which key, and where log-ins came from. */
    private static final Set<String> UNTIL_ERASED = Set.of("ApiKeys.removeAllOf", "KnownAddresses.removeAllOf");

    /** What ends a part of what another ending takes away whole. */
    private static final Set<String> PARTS = Set.of("ApiKeys.revokeOwn", "Sessions.removeBeyond");

    private final Set<String> told = new TreeSet<>();
    private final Fakes fakes = new Fakes();
    private final Ports ports = WatchedPorts.each(fakes.ports(), this::listening);
    private final UseCases useCases = UseCases.over(ports, fakes.clock());
    private final Given given = new Given(fakes.ports());
    private final GivenUser ana = given.user("ana");

    @Test
    void deletionTellsEveryPortThatHoldsSomethingOfUsers() {
        useCases.get(DeleteUser.class).handle(ROOT, ana.id());

        assertThat(endings()).hasSizeGreaterThan(10).containsAll(UNTIL_ERASED);
        assertThat(endings())
                .filteredOn(ending -> !UNTIL_ERASED.contains(ending))
                .isSubsetOf(told);
    }

    @Test
    void erasureTellsTheRest() {
        useCases.get(DeleteUser.class).handle(ROOT, ana.id());
        useCases.get(EraseUser.class).handle(ROOT, ana.id());

        assertThat(endings())
                .filteredOn(ending -> !ending.equals("ApiKeys.revokeAllOf"))
                .isSubsetOf(told);
        assertThat(told).contains("ApiKeys.revokeAllOf");
    }

    /** Each method of a port that takes away all that a user has there. */
    private static Set<String> endings() {
        return Arrays.stream(Ports.class.getRecordComponents())
                .flatMap(port -> Arrays.stream(port.getType().getMethods()))
                .filter(method -> method.getName().matches("(remove|revoke|end).*"))
                .filter(method -> takesAllOfAUser(method.getParameterTypes()))
                .map(EndOfAccountTest::named)
                .filter(ending -> !PARTS.contains(ending))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean takesAllOfAUser(Class<?>[] parameters) {
        return parameters.length > 0
                && parameters[0] == UserId.class
                && Arrays.stream(parameters)
                        .skip(1)
                        .noneMatch(type -> type.getSimpleName().matches("(Workspace|Organization|Dataset)Id|.*Place"));
    }

    private static String named(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }

    private Object listening(RecordComponent component) {
        Object port = WatchedPorts.value(component, fakes.ports());
        return component.getType().isInterface()
                ? Proxy.newProxyInstance(
                        component.getType().getClassLoader(),
                        new Class<?>[] {component.getType()},
                        (proxy, method, arguments) -> listen(port, method, arguments))
                : port;
    }

    private Object listen(Object port, Method method, Object[] arguments) throws Throwable {
        if (takesAllOfAUser(method.getParameterTypes()) && ana.id().equals(arguments[0])) {
            told.add(named(method));
        }
        try {
            return method.invoke(port, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}

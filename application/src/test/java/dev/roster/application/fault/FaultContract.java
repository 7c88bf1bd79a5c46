package dev.roster.application.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.audit.VerifyAuditTrail;
import dev.roster.application.given.Ports;
import dev.roster.application.scenario.Act;
import dev.roster.application.scenario.Names;
import dev.roster.application.scenario.Outcome;
import dev.roster.application.scenario.Scenario;
import dev.roster.application.scenario.ScenarioDriver;
import dev.roster.application.scenario.ScenarioRunner;
import dev.roster.application.scenario.Scenarios;
import dev.roster.application.scenario.Step;
import dev.roster.application.scenario.UseCaseDriver;
import dev.roster.application.scenario.UseCases;
import dev.roster.domain.audit.Door;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever call to the store fails in a use case, the use case fails with it, and the store is as it was before; tried
 * again, the use case works. An engine's test extends this.
 *
 * <p>Each act of the scenarios is tried where it first works, and each {@link Experiment}: with the first call failing,
 * then with the second, and so on until none is left that could fail.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class FaultContract {
    /** More calls than this make no use case, but a loop. */
    private static final int MOST_CALLS = 2_000;

    private static final Caller OPERATOR = Caller.operator("root", Origin.of(Door.CLI));

    private final Faults faults = new Faults();
    private final WatchedPorts watched = new WatchedPorts(faults);

    /**
     * An empty store as its first start leaves it.
     *
     * @param faults to be asked before each statement, or never where {@link #failsByItself} is false
     */
    protected abstract Ports emptyStore(Faults faults);

    /** Whether the store asks about faults itself; otherwise each call of a port does. */
    protected abstract boolean failsByItself();

    /** All that the store that was made last holds, in some comparable form. */
    protected abstract Object contents();

    protected abstract InstantSource clock();

    /** The classes of the application that were at work when a port was called. */
    final Set<Class<?>> seen() {
        return new HashSet<>(watched.seen());
    }

    /** The fewest scenarios in which each act works that ever does. */
    public static Stream<Scenario> scenarios() {
        Set<Act> first = EnumSet.noneOf(Act.class);
        return Scenarios.all()
                .filter(scenario ->
                        scenario.steps().stream().filter(FaultContract::works).anyMatch(step -> first.add(step.act())));
    }

    static Stream<Experiment> experiments() {
        return Experiment.all();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void actIsDoneWholeOrNotAtAll(Scenario scenario) {
        Ports bare = emptyStore(faults);
        Ports ports = watch(bare);
        UseCaseDriver driver = new UseCaseDriver(ports, clock(), new Names(bare));

        new ScenarioRunner(ports, new Failing(driver)).run(scenario);

        assertTrailIsIntact(ports);
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void useCaseIsDoneWholeOrNotAtAll(Experiment experiment) {
        Ports ports = watch(emptyStore(faults));
        Runnable call = experiment.preparation().prepare(new Experiment.Bench(ports, UseCases.over(ports, clock())));

        untilItWorks(
                experiment.name(),
                !experiment.inParts(),
                () -> {
                    call.run();
                    return true;
                },
                done -> done);

        assertTrailIsIntact(ports);
    }

    private Ports watch(Ports ports) {
        faults.failNoMore();
        return failsByItself() ? watched.failingAtTheEnd(ports) : watched.failing(ports);
    }

    /** Whether a step is expected to work, as a whole or not at all. */
    public static boolean works(Step step) {
        return step.expected().kind() == Outcome.Kind.OK && !step.act().isInParts();
    }

    private void assertTrailIsIntact(Ports ports) {
        assertThat(UseCases.over(ports, clock())
                        .get(VerifyAuditTrail.class)
                        .handle(OPERATOR, null, seen -> {})
                        .faults())
                .isEmpty();
    }

    /** Tries each act with failing calls where it is first expected to work. */
    private final class Failing implements ScenarioDriver {
        private final ScenarioDriver driver;
        private final Set<Act> tried = EnumSet.noneOf(Act.class);

        private Failing(ScenarioDriver driver) {
            this.driver = driver;
        }

        @Override
        public Outcome perform(Step step) {
            if (!works(step) || !tried.add(step.act())) {
                return driver.perform(step);
            }
            return untilItWorks(
                    step.text(), true, () -> driver.perform(step), outcome -> outcome.kind() == Outcome.Kind.OK);
        }
    }

    private <T> T untilItWorks(String what, boolean whole, Supplier<T> action, Predicate<T> success) {
        for (int call = 1; call <= MOST_CALLS; call++) {
            Object before = contents();
            faults.failAt(call);
            Attempt<T> attempt = Attempt.of(action);
            boolean failed = faults.hasFailed();
            faults.failNoMore();
            if (!failed) {
                return attempt.result();
            }
            assertThat(attempt.succeeded(success))
                    .as("%s succeeded although call %d failed", what, call)
                    .isFalse();
            if (whole) {
                assertThat(contents())
                        .as("what is left of %s, whose call %d failed", what, call)
                        .isEqualTo(before);
            }
        }
        throw new AssertionError(what + " made more than " + MOST_CALLS + " calls");
    }

    /** What came of a try: one of the two is null. */
    private record Attempt<T>(@Nullable T outcome, @Nullable RuntimeException failure) {
        static <T> Attempt<T> of(Supplier<T> action) {
            try {
                return new Attempt<>(action.get(), null);
            } catch (RuntimeException refusedOrBroken) {
                return new Attempt<>(null, refusedOrBroken);
            }
        }

        boolean succeeded(Predicate<T> success) {
            return outcome != null && success.test(outcome);
        }

        T result() {
            if (outcome == null) {
                throw new AssertionError("it does not work without a fault either", failure);
            }
            return outcome;
        }
    }
}

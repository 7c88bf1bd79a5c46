package dev.roster.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.roster.application.fake.Fakes;
import dev.roster.application.fault.FaultContract;
import dev.roster.application.fault.Faults;
import dev.roster.application.fault.WatchedPorts;
import dev.roster.application.given.Ports;
import dev.roster.application.scenario.Act;
import dev.roster.application.scenario.Names;
import dev.roster.application.scenario.Outcome;
import dev.roster.application.scenario.Scenario;
import dev.roster.application.scenario.ScenarioDriver;
import dev.roster.application.scenario.ScenarioRunner;
import dev.roster.application.scenario.Step;
import dev.roster.application.scenario.UseCaseDriver;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** Whatever call to the store fails while a request is answered: nobody is told that it worked. */
class HttpFaultsTest {
    private static final int MOST_CALLS = 2_000;

    private static final Logger LOG = (Logger) LoggerFactory.getLogger(RouteHandler.class);

    private final Faults faults = new Faults();

    /** Each fault is a defect that is logged with its trace, thousands of them. */
    @BeforeAll
    static void beQuiet() {
        LOG.setLevel(Level.OFF);
    }

    @AfterAll
    static void beLoud() {
        LOG.setLevel(null);
    }

    static Stream<Scenario> scenarios() {
        return FaultContract.scenarios();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void failureIsNeverAnsweredAsSuccess(Scenario scenario) {
        // The test itself looks things up without failing.
        AtomicReference<Ports> plain = new AtomicReference<>();
        Fakes fakes = new Fakes(ports -> {
            plain.set(ports);
            return new WatchedPorts(faults).failing(ports);
        });
        try (TestServer server = TestServer.over(fakes)) {
            Ports ports = Objects.requireNonNull(plain.get());
            UseCaseDriver past = new UseCaseDriver(fakes.ports(), fakes.clock(), new Names(ports));

            new ScenarioRunner(ports, new Failing(new HttpScenarioDriver(server.uri(""), ports, past))).run(scenario);
        }
    }

    /** Tries each act with failing calls where it is first expected to work. */
    private final class Failing implements ScenarioDriver {
        private final ScenarioDriver door;
        private final Set<Act> tried = EnumSet.noneOf(Act.class);

        private Failing(ScenarioDriver door) {
            this.door = door;
        }

        @Override
        public Outcome perform(Step step) {
            if (!FaultContract.works(step) || !tried.add(step.act())) {
                return door.perform(step);
            }
            for (int call = 1; call <= MOST_CALLS; call++) {
                faults.failAt(call);
                Outcome outcome = outcome(step);
                boolean failed = faults.hasFailed();
                faults.failNoMore();
                assertThat(failed && outcome.kind() == Outcome.Kind.OK)
                        .as("%s was answered as done although call %d failed", step, call)
                        .isFalse();
                if (!failed) {
                    return outcome;
                }
            }
            throw new AssertionError(step + " made more than " + MOST_CALLS + " calls");
        }

        private Outcome outcome(Step step) {
            try {
                return door.perform(step);
            } catch (RuntimeException | AssertionError serverError) {
                return Outcome.refused(String.valueOf(serverError.getMessage()));
            }
        }
    }
}

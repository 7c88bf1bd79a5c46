package dev.roster.application.scenario;

import dev.roster.application.given.Ports;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole corpus through the use cases. An engine's test extends this and says how a store is made. */
public abstract class UseCaseScenarios {
    /** An empty store as its first start leaves it. Called once in each test. */
    protected abstract Ports emptyStore();

    /** The clock that the use cases see. */
    protected abstract InstantSource clock();

    static Stream<Scenario> scenarios() {
        return Scenarios.all();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void endsAsExpected(Scenario scenario) {
        Ports ports = emptyStore();

        new ScenarioRunner(ports, new UseCaseDriver(ports, clock())).run(scenario);
    }
}

package dev.roster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.fake.Fakes;
import dev.roster.application.scenario.Scenario;
import dev.roster.application.scenario.ScenarioRunner;
import dev.roster.application.scenario.Scenarios;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class CommandLineScenariosTest {
    /** Were it less, a door that passes everything on would pass too. */
    private static final int LEAST_TYPED = 250;

    private static final AtomicInteger typed = new AtomicInteger();

    static Stream<Scenario> scenarios() {
        return Scenarios.all();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void endsAsExpected(Scenario scenario) {
        Fakes fakes = new Fakes();
        CommandLineDriver driver = new CommandLineDriver(fakes.ports(), fakes.clock());

        new ScenarioRunner(fakes.ports(), driver).run(scenario);

        typed.addAndGet(driver.typed());
    }

    @AfterAll
    static void manyStepsWereReallyTyped() {
        assertThat(typed).hasValueGreaterThan(LEAST_TYPED);
    }
}

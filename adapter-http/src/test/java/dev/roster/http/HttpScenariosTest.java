package dev.roster.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.given.Ports;
import dev.roster.application.scenario.Scenario;
import dev.roster.application.scenario.ScenarioRunner;
import dev.roster.application.scenario.Scenarios;
import dev.roster.application.scenario.UseCaseDriver;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HttpScenariosTest {
    /** Were it less, a door that passes everything on would pass too. */
    private static final int LEAST_SENT = 300;

    private static final AtomicInteger sent = new AtomicInteger();

    static Stream<Scenario> scenarios() {
        return Scenarios.all();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void endsAsExpected(Scenario scenario) {
        try (TestServer server = TestServer.start()) {
            Ports ports = server.fakes().ports();
            UseCaseDriver past = new UseCaseDriver(ports, server.fakes().clock());
            HttpScenarioDriver driver = new HttpScenarioDriver(server.uri(""), ports, past);

            new ScenarioRunner(ports, driver).run(scenario);

            sent.addAndGet(driver.sent());
        }
    }

    @AfterAll
    static void mostStepsWentOverTheWire() {
        assertThat(sent).hasValueGreaterThan(LEAST_SENT);
    }
}

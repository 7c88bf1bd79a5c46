package dev.roster.application.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.given.Ports;

/** Plays a scenario on an empty store through a door, and compares each step's outcome with the expected one. */
public final class ScenarioRunner {
    private final Ports ports;
    private final ScenarioDriver driver;

    /**
     * Prepares for one scenario.
     *
     * @param ports of the store that the driver's door opens to
     */
    public ScenarioRunner(Ports ports, ScenarioDriver driver) {
        this.ports = ports;
        this.driver = driver;
    }

    public void run(Scenario scenario) {
        new BackgroundSetter(ports).set(scenario);
        for (Step step : scenario.steps()) {
            Outcome actual = driver.perform(step);
            assertThat(step.expected().isMetBy(actual))
                    .as("%s%n%s%nended as %s", scenario, step, actual)
                    .isTrue();
        }
    }
}

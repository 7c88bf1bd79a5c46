package dev.roster.application.scenario;

import dev.roster.application.fake.Fakes;
import dev.roster.application.given.Ports;
import java.time.InstantSource;

class FakeScenariosTest extends UseCaseScenarios {
    private final Fakes fakes = new Fakes();

    @Override
    protected Ports emptyStore() {
        return fakes.ports();
    }

    @Override
    protected InstantSource clock() {
        return fakes.clock();
    }
}

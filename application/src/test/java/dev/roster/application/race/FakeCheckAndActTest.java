package dev.roster.application.race;

import dev.roster.application.fake.Fakes;
import dev.roster.application.given.Ports;

class FakeCheckAndActTest extends CheckAndActContract {
    @Override
    protected Ports emptyStore() {
        return new Fakes().ports();
    }
}

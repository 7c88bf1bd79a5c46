package dev.roster.application.fake;

import dev.roster.application.contract.CredentialMatrixContract;
import dev.roster.application.given.Ports;
import java.time.InstantSource;

class FakeCredentialMatrixTest extends CredentialMatrixContract {
    private final Fakes fakes = new Fakes();

    @Override
    protected Ports emptyStore() {
        return fakes.ports();
    }

    @Override
    protected Ports elsewhere() {
        return new Fakes().ports();
    }

    @Override
    protected InstantSource clock() {
        return fakes.clock();
    }
}

package dev.roster.persistence.sql;

import dev.roster.application.port.Freshness;
import dev.roster.application.port.FreshnessMark;
import jakarta.inject.Inject;
import java.util.Optional;

/** Asks the standby of the engine, if there is one by then. */
final class StoreFreshness implements Freshness {
    private static final Freshness ALONE = Freshness.ofTheStore();

    private final Engine engine;

    @Inject
    StoreFreshness(Engine engine) {
        this.engine = engine;
    }

    private Freshness freshness() {
        return engine.standby().<Freshness>map(standby -> standby).orElse(ALONE);
    }

    @Override
    public void reading(FreshnessMark least, Runnable request) {
        freshness().reading(least, request);
    }

    @Override
    public Optional<FreshnessMark> changing(Runnable request) {
        return freshness().changing(request);
    }

    @Override
    public Answered answered() {
        return freshness().answered();
    }
}

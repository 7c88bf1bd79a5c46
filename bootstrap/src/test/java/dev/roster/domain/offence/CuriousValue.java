package dev.roster.domain.offence;

import dev.roster.application.Now;
import dev.roster.bootstrap.architecture.Landmark;
import dev.roster.domain.offence2.Neighbour;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;

/** A value that looks at the clock, at chance, at the rings around it and at its neighbour. */
public final class CuriousValue {
    private final Now now;

    @Inject
    public CuriousValue(Now now) {
        this.now = now;
    }

    public String value() {
        return Instant.now() + " " + UUID.randomUUID() + new Random().nextInt() + now.get() + Landmark.HERE;
    }

    public Neighbour neighbour() {
        return new Neighbour(this);
    }
}

package dev.roster.persistence.secret;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.roster.application.port.Ids;
import java.util.UUID;

/** UUIDv7 from one source for the whole process, so that each is later than the one before. */
final class TimeOrderedIds implements Ids {
    @Override
    public UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }
}

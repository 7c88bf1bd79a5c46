package dev.roster.domain.dataset;

import dev.roster.domain.user.UserId;
import java.time.Instant;

/**
 * An annotator's place in a dataset.
 *
 * @param number counts assignments in order of making; 0 until the store has given it
 */
public record Assignment(long number, DatasetId dataset, UserId user, Instant assignedAt) {
    public Assignment withNumber(long given) {
        return new Assignment(given, dataset, user, assignedAt);
    }
}

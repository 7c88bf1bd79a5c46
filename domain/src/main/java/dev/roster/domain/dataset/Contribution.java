package dev.roster.domain.dataset;

import dev.roster.domain.RefusedException;
import dev.roster.domain.user.UserId;
import java.time.Instant;

/**
 * How much a user has contributed to a dataset: one total for each pair.
 *
 * @param number counts such pairs in order of their first contribution; 0 until the store has assigned it
 * @param count the total number of annotations, at least 1
 * @param lastAt when the latest annotation was created
 */
public record Contribution(long number, DatasetId dataset, UserId user, long count, Instant firstAt, Instant lastAt) {
    public Contribution {
        if (count < 1) {
            throw RefusedException.invalid("count", "invalid count " + count + ", expected at least 1");
        }
    }
}

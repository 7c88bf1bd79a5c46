package dev.roster.domain.dataset;

import dev.roster.domain.RefusedException;
import dev.roster.domain.user.UserId;
import java.time.Instant;

/**
 * How much a user has done in a dataset: one running total for each pair.
 *
 * @param number counts such pairs in order of their first contribution; 0 until the store has given it
 * @param count how many annotations in all, at least 1
 * @param lastAt when the newest of them was made
 */
public record Contribution(long number, DatasetId dataset, UserId user, long count, Instant firstAt, Instant lastAt) {
    public Contribution {
        if (count < 1) {
            throw RefusedException.invalid("count", "invalid count " + count + ", expected at least 1");
        }
    }
}

package dev.roster.application.port;

import dev.roster.domain.dataset.Contribution;
import dev.roster.domain.dataset.Dataset;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import java.time.Instant;

/** How much each user has done in each dataset. Contributions outlive memberships and deleted users. */
public interface Contributions {
    /** A contribution, whose it is and where. */
    record Credited(Contribution contribution, User user, Dataset dataset) {}

    /** Adds to the running total of that user in that dataset and returns the total. */
    Contribution record(DatasetId dataset, UserId user, long count, Instant at);

    /** In order of first contribution; the page's numbers are the contributions'. */
    Page<Credited> byUser(UserId user, PageRequest page);

    /** In order of first contribution; the page's numbers are the contributions'. */
    Page<Credited> byDataset(DatasetId dataset, PageRequest page);
}

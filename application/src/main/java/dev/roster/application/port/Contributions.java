package dev.roster.application.port;

import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.domain.dataset.Contribution;
import dev.roster.domain.dataset.Dataset;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How much each user has done in each dataset. Contributions outlive memberships and deleted users. */
public interface Contributions {
    /**
     * What a user has done in all.
     *
     * @param created how many datasets they registered that are still there
     * @param contributedTo to how many datasets they contributed
     * @param contributions how much, over all those
     * @param lastContributionAt null before the first
     */
    record Summary(
            long created,
            long contributedTo,
            long contributions,
            @Nullable Instant lastContributionAt) {
        public static Summary none() {
            return new Summary(0, 0, 0, null);
        }
    }

    /** A contribution, whose it is and where. */
    record Credited(Contribution contribution, User user, Dataset dataset) {}

    /** Adds to the running total of that user in that dataset and returns the total. */
    Contribution record(DatasetId dataset, UserId user, long count, Instant at);

    /** Summaries of those users, at most {@link PageRequest#MOST}; who did nothing is left out. */
    Map<UserId, Summary> summaries(Set<UserId> users);

    /** In order of first contribution; the page's numbers are the contributions'. */
    Page<Credited> byUser(UserId user, PageRequest page);

    /** In order of first contribution; the page's numbers are the contributions'. */
    Page<Credited> byDataset(DatasetId dataset, PageRequest page);
}

package dev.roster.application.port;

import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Datasets.Located;
import dev.roster.domain.dataset.Contribution;
import dev.roster.domain.dataset.Dataset;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import java.time.Instant;
import java.util.List;
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

    /**
     * What a user has to do with the datasets of an organization, at most {@value #MOST_INVOLVED} of each sort.
     *
     * @param created those the user registered, in order of registration
     * @param contributedTo those the user contributed to, in order of the first contribution
     */
    record Involvement(List<Located> created, List<Located> contributedTo) {
        public Involvement {
            created = List.copyOf(created);
            contributedTo = List.copyOf(contributedTo);
        }

        public boolean isEmpty() {
            return created.isEmpty() && contributedTo.isEmpty();
        }
    }

    /** The maximum number of datasets of each kind in an {@link Involvement}. */
    int MOST_INVOLVED = 100;

    /** A contribution, whose it is and where. */
    record Credited(Contribution contribution, User user, Dataset dataset) {}

    /** Adds to the running total of that user in that dataset and returns the total. */
    Contribution record(DatasetId dataset, UserId user, long count, Instant at);

    /** Summaries of those users, at most {@link PageRequest#MOST}; who did nothing is left out. */
    Map<UserId, Summary> summaries(Set<UserId> users);

    /**
     * What each of some users has to do with the datasets of an organization; who has nothing to do with any is left out. The
     * number of queries does not grow with the datasets.
     *
     * @param near as {@link Datasets.Filter#near}, or null for all datasets
     */
    Map<UserId, Involvement> involvements(Set<UserId> users, OrganizationId organization, @Nullable UserId near);

    /** In order of first contribution; the page's numbers are the contributions'. */
    Page<Credited> byUser(UserId user, PageRequest page);

    /** In order of first contribution; the page's numbers are the contributions'. */
    Page<Credited> byDataset(DatasetId dataset, PageRequest page);
}

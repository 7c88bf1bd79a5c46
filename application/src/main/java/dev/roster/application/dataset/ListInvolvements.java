package dev.roster.application.dataset;

import dev.roster.application.access.Caller;
import dev.roster.application.port.Contributions;
import dev.roster.application.port.Contributions.Involvement;
import dev.roster.application.port.Datasets.Located;
import dev.roster.application.port.Organizations;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.AccessPolicy;
import dev.roster.domain.access.Actor;
import dev.roster.domain.access.Target;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Lists for many people at once which datasets of an organization they registered, and which they contributed to. Callers
 * see only datasets that they may read. Contributors are visible to callers who manage the dataset and to those who may
 * read users, as in {@link ListContributions}; every caller sees their own contributions.
 */
public final class ListInvolvements {
    private final UnitOfWork work;
    private final Organizations organizations;
    private final Contributions contributions;

    @Inject
    ListInvolvements(UnitOfWork work, Organizations organizations, Contributions contributions) {
        this.work = work;
        this.organizations = organizations;
        this.contributions = contributions;
    }

    /**
     * At most {@value Contributions#MOST_INVOLVED} of each sort for each user; who has none is left out.
     *
     * @throws RefusedException NOT_FOUND naming {@code organization}, or FORBIDDEN without {@code member:read} there; neither for
     *     who asks about themselves alone
     */
    public Map<UserId, Involvement> handle(Caller caller, OrganizationId id, Set<UserId> users) {
        return work.reading(() -> {
            if (!users.isEmpty() && users.stream().allMatch(caller::is)) {
                work.guard().requireAccount(caller);
            } else {
                work.guard().require(caller, RosterPermission.MEMBER_READ, Target.of(organizations.get(id)));
            }
            if (work.guard().allows(caller, RosterPermission.DATASET_READ, Target.instance())
                    && work.guard().allows(caller, RosterPermission.USER_READ, Target.instance())) {
                return contributions.involvements(users, id, null);
            }
            Actor actor = work.guard().wholeActor(caller);
            return visible(actor, contributions.involvements(users, id, actor.id()));
        });
    }

    private static Map<UserId, Involvement> visible(Actor actor, Map<UserId, Involvement> all) {
        Map<UserId, Involvement> seen = new HashMap<>();
        all.forEach((user, involvement) -> {
            Involvement visible = new Involvement(
                    only(involvement.created(), dataset -> mayRead(actor, dataset)),
                    only(
                            involvement.contributedTo(),
                            dataset -> mayRead(actor, dataset) && mayCredit(actor, user, dataset)));
            if (!visible.isEmpty()) {
                seen.put(user, visible);
            }
        });
        return seen;
    }

    private static List<Located> only(List<Located> datasets, Predicate<Located> condition) {
        return datasets.stream().filter(condition).toList();
    }

    private static boolean mayRead(Actor actor, Located dataset) {
        return AccessPolicy.allows(actor, RosterPermission.DATASET_READ, dataset.target());
    }

    private static boolean mayCredit(Actor actor, UserId user, Located dataset) {
        return actor.id().equals(user)
                || AccessPolicy.allows(actor, RosterPermission.DATASET_UPDATE, dataset.target())
                || AccessPolicy.allows(actor, RosterPermission.USER_READ, Target.instance());
    }
}

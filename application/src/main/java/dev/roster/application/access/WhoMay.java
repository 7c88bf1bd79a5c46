package dev.roster.application.access;

import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Targets;
import dev.roster.application.port.Transactions;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.AccessPolicy;
import dev.roster.domain.access.Decision;
import dev.roster.domain.access.Target;
import dev.roster.domain.role.Permission;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;

/** Lists who may do something to a target, and why. */
public final class WhoMay {
    /** The question. */
    public record Query(Permission permission, Target.Ref target) {}

    /** A user who may do it. */
    public record Entitled(UserId user, Decision decision) {}

    private final Transactions transactions;
    private final AccessGuard guard;
    private final Targets targets;
    private final PresentActors actors;
    private final PermissionLookup permissions;

    @Inject
    WhoMay(
            Transactions transactions,
            AccessGuard guard,
            Targets targets,
            PresentActors actors,
            PermissionLookup permissions) {
        this.transactions = transactions;
        this.guard = guard;
        this.targets = targets;
        this.actors = actors;
        this.permissions = permissions;
    }

    /**
     * By number of user. For those who may read the members of the place, or the users where it lies in none.
     *
     * @throws RefusedException NOT_FOUND for a target that does not exist
     */
    public Page<Entitled> handle(Caller caller, Query query, PageRequest page) {
        return transactions.reading(() -> {
            permissions.requireKnown(query.permission());
            Target target = Optional.ofNullable(
                            targets.find(Set.of(query.target())).get(query.target()))
                    .orElseThrow(() -> RefusedException.notFound(
                            query.target().kind().word(), query.target().id()));
            Permission reading =
                    target.organization() == null ? RosterPermission.USER_READ : RosterPermission.MEMBER_READ;
            guard.require(caller, reading, target.organization() == null ? Target.instance() : target);
            return actors.near(target, page)
                    .filter(near -> AccessPolicy.allows(near.actor(), query.permission(), target))
                    .map(near -> new Entitled(
                            near.actor().id(), AccessPolicy.decide(near.actor(), query.permission(), target)));
        });
    }
}

package dev.roster.domain.access;

import dev.roster.domain.access.Holding.Source;
import dev.roster.domain.role.Permission;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RosterPermission;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one permission policy: a pure function of the actor, the permission and the target, over the table in
 * {@link RosterPermission}. What no rule allows is denied.
 */
public final class AccessPolicy {
    private static final Holding SELF = new Holding(Source.SELF, PredefinedRole.ANNOTATOR.role(), Target.instance());

    private AccessPolicy() {}

    /** Whether the actor may do that to the target. Allocates nothing. */
    public static boolean allows(Actor actor, Permission permission, Target target) {
        return ground(actor, permission, target) != null;
    }

    /** The same answer with its reason. */
    public static Decision decide(Actor actor, Permission permission, Target target) {
        Holding ground = ground(actor, permission, target);
        return ground == null
                ? Decision.denied(actor, permission, target, Diagnosis.of(actor, permission, target))
                : Decision.allowed(actor, permission, target, ground);
    }

    /** The answer about something that does not exist: no. */
    public static Decision decideUnknown(Actor actor, Permission permission, Target.Ref target) {
        return Decision.denied(actor, permission, Target.unknown(target), Denial.unknownTarget());
    }

    /**
     * Why the actor may not give a role to somebody at a place; empty when they may. Nobody gives more than they hold
     * there, and only an owner gives the owner role.
     */
    public static Optional<Decision> refusalToGive(Actor actor, Role role, Target place) {
        if (role.isOwner()) {
            return isUncappedOwner(actor)
                    ? Optional.empty()
                    : Optional.of(Decision.denied(
                            actor, RosterPermission.USER_UPDATE, place, Denial.ownersOnly("gives the owner role")));
        }
        return role.permissions().stream()
                .filter(permission -> !holdsToGive(actor, role, permission, place))
                .findFirst()
                .map(lacking -> Decision.denied(actor, lacking, place, Denial.moreThanHeld(role, lacking, place)));
    }

    private static boolean isUncappedOwner(Actor actor) {
        Actor maker = actor.maker();
        return actor.isActive() && actor.isOwner() && (maker == null || maker.isOwner());
    }

    private static boolean holdsToGive(Actor actor, Role role, Permission permission, Target place) {
        if (place.kind() == Target.Kind.INSTANCE) {
            return actor.isActive()
                    && actor.account().role().reachOf(permission).compareTo(role.reachOf(permission)) <= 0;
        }
        if (allows(actor, permission, place)) {
            return true;
        }
        Holding membership = place.workspace() == null ? null : actor.in(place.workspace());
        return role.assignedOnly().contains(permission)
                && actor.isActive()
                && membership != null
                && membership.role().permissions().contains(permission);
    }

    /** What a "yes" rests on, or null for "no". */
    static @Nullable Holding ground(Actor actor, Permission permission, Target target) {
        if (!actor.isActive()) {
            return null;
        }
        Holding own = held(actor, permission, target);
        Actor maker = actor.maker();
        return own == null || maker == null || allows(maker, permission, target) ? own : null;
    }

    private static @Nullable Holding held(Actor actor, Permission permission, Target target) {
        Holding account = actor.account();
        if (actor.isOwner()) {
            return account;
        }
        if (target.isOwnerAccount() && changesUser(permission)) {
            return null;
        }
        if (permission.isInstanceWide() && account.role().permissions().contains(permission)) {
            return account;
        }
        return switch (target.kind()) {
            case INSTANCE, ROLE -> null;
            case USER -> permission == RosterPermission.USER_READ && target.isUser(actor.id()) ? SELF : null;
            case ORGANIZATION -> inOrganization(actor, permission, target);
            case WORKSPACE, DATASET -> inWorkspace(actor, permission, target);
        };
    }

    static boolean changesUser(Permission permission) {
        return permission == RosterPermission.USER_UPDATE || permission == RosterPermission.USER_DELETE;
    }

    private static @Nullable Holding inOrganization(Actor actor, Permission permission, Target target) {
        Holding membership = target.organization() == null ? null : actor.in(target.organization());
        return membership != null
                        && membership.role().permissions().contains(permission)
                        && !membership.role().assignedOnly().contains(permission)
                ? membership
                : null;
    }

    private static @Nullable Holding inWorkspace(Actor actor, Permission permission, Target target) {
        if (target.dataset() != null) {
            Holding granted = actor.grantedOn(target.dataset());
            if (granted != null && granted.role().permissions().contains(permission)) {
                return granted;
            }
        }
        Holding membership = target.workspace() == null ? null : actor.in(target.workspace());
        if (reaches(membership, actor, permission, target)) {
            return membership;
        }
        Holding granted = target.workspace() == null ? null : actor.grantedOn(target.workspace());
        if (reaches(granted, actor, permission, target)) {
            return granted;
        }
        Holding above = target.organization() == null ? null : actor.in(target.organization());
        return fromAbove(above) && reaches(above, actor, permission, target) ? above : null;
    }

    /** A role held in an organization reaches its workspaces only as the membership's own, and only if marked so. */
    static boolean fromAbove(@Nullable Holding holding) {
        return holding != null
                && holding.source() == Source.MEMBERSHIP
                && holding.role().reachesWorkspaces();
    }

    private static boolean reaches(@Nullable Holding holding, Actor actor, Permission permission, Target target) {
        if (holding == null || !holding.role().permissions().contains(permission)) {
            return false;
        }
        if (target.isRestricted() && !holding.role().isManagerOrOwner()) {
            return false;
        }
        return !holding.role().assignedOnly().contains(permission) || isOpenTo(actor, target);
    }

    static boolean isOpenTo(Actor actor, Target target) {
        return target.isOpen() || (target.dataset() != null && actor.isAssignedTo(target.dataset()));
    }
}

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
        Target unknown = Target.unknown(target);
        return Decision.denied(actor, permission, unknown, Denial.unknownTarget(unknown.describe()));
    }

    /**
     * Why the actor may not give a role to somebody at a place; empty when they may. Nobody gives more than they hold
     * there, and only an owner gives the owner role.
     *
     * @param place where the role is to be held: the instance for an account role
     */
    public static Optional<Decision> refusalToGive(Actor actor, Role role, Target place) {
        return new Giving(actor, role, place).refusal();
    }

    /**
     * What a "yes" rests on, or null for "no". A service account is capped by its maker, but sees itself while its maker
     * is active, whether or not a role of its own lets it.
     */
    private static @Nullable Holding ground(Actor actor, Permission permission, Target target) {
        if (!actor.isActive()) {
            return null;
        }
        Holding own = held(actor, permission, target);
        Actor maker = actor.maker();
        return own == null || maker == null || allows(maker, permission, target)
                ? own
                : seeingOneself(actor, permission, target);
    }

    /** What an active actor's "yes" would rest on if nobody had made it. */
    static @Nullable Holding held(Actor actor, Permission permission, Target target) {
        Holding account = actor.account();
        if (actor.isOwner()) {
            return account;
        }
        if (isForOwnersOnly(permission, target)) {
            return null;
        }
        if (permission.isInstanceWide() && account.role().holds(permission)) {
            return account;
        }
        return switch (target.kind()) {
            case INSTANCE, ROLE -> null;
            case USER -> seeingOneself(actor, permission, target);
            case ORGANIZATION -> inOrganization(actor, permission, target);
            case WORKSPACE, DATASET -> inWorkspace(actor, permission, target);
        };
    }

    private static @Nullable Holding seeingOneself(Actor actor, Permission permission, Target target) {
        return permission == RosterPermission.USER_READ && target.isUser(actor.id()) ? SELF : null;
    }

    static boolean isForOwnersOnly(Permission permission, Target target) {
        return target.isOwnerAccount()
                && (permission == RosterPermission.USER_UPDATE || permission == RosterPermission.USER_DELETE);
    }

    private static @Nullable Holding inOrganization(Actor actor, Permission permission, Target target) {
        Holding membership = actor.inOrganizationOf(target);
        return reaches(membership, actor, permission, target) ? membership : null;
    }

    private static @Nullable Holding inWorkspace(Actor actor, Permission permission, Target target) {
        Holding onDataset = actor.grantedOnDataset(target);
        if (onDataset != null && onDataset.role().holds(permission)) {
            return onDataset;
        }
        Holding membership = actor.inWorkspaceOf(target);
        if (reaches(membership, actor, permission, target)) {
            return membership;
        }
        Holding granted = actor.grantedOnWorkspaceOf(target);
        if (reaches(granted, actor, permission, target)) {
            return granted;
        }
        Holding above = actor.inOrganizationOf(target);
        return fromAbove(above) && reaches(above, actor, permission, target) ? above : null;
    }

    static boolean fromAbove(@Nullable Holding holding) {
        return holding != null && holding.reachesBelow();
    }

    private static boolean reaches(@Nullable Holding holding, Actor actor, Permission permission, Target target) {
        if (holding == null || !holding.role().holds(permission)) {
            return false;
        }
        if (target.isRestricted() && !holding.role().isManagerOrOwner()) {
            return false;
        }
        return !holding.role().assignedOnly().contains(permission) || isOpenTo(actor, target);
    }

    static boolean isOpenTo(Actor actor, Target target) {
        return target.isOpen() || actor.isAssignedTo(target);
    }
}

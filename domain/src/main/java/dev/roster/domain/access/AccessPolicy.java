package dev.roster.domain.access;

import dev.roster.domain.access.Holding.Source;
import dev.roster.domain.role.Permission;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.User;
import java.util.Optional;
import java.util.stream.Stream;
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
        Source source = place.kind() == Target.Kind.INSTANCE ? Source.ACCOUNT : Source.MEMBERSHIP;
        return new Giving(actor, new Holding(source, role, place)).refusal();
    }

    /**
     * The same for an account role where its user is, or becomes, a member without a role of the membership's own. An
     * owner's is held already.
     */
    public static Optional<Decision> refusalToLetCount(Actor actor, Role accountRole, Target place) {
        return new Giving(actor, new Holding(Source.INHERITED, accountRole, place)).refusal();
    }

    /**
     * The same for somebody who comes to belong to an organization along with their account, or with a workspace of it.
     * As that is no choice of the actor's, daily work is not asked for.
     */
    public static Optional<Decision> refusalToEnrol(Actor actor, Role accountRole, Target organization) {
        return new Giving(actor, new Holding(Source.INHERITED, accountRole, organization)).refusalToAdminister();
    }

    /**
     * Why the actor may not give somebody another account role; empty when they may. It is asked for the instance and
     * for each place where the account role counts.
     *
     * @param account with everything it holds
     */
    public static Optional<Decision> refusalToGiveAccountRole(Actor actor, Role role, Actor account) {
        return Stream.concat(
                        Stream.of(new Holding(Source.ACCOUNT, role, Target.instance())),
                        account.holdings().stream()
                                .filter(held -> held.source() == Source.INHERITED)
                                .map(held -> new Holding(Source.INHERITED, role, held.place())))
                .flatMap(gift -> new Giving(actor, gift).refusal().stream())
                .findFirst();
    }

    /**
     * Why the actor may not hand over or cut off an account; empty when they may. They must hold, at each place, every
     * administrative permission that it holds there, or would if it were active, and as far as it reaches. Only owners do
     * it to owners. One's own account is another matter.
     *
     * @param actor with everything they hold
     * @param permission what else it takes, as {@code user:update}
     * @param account with everything it holds, whatever its status
     */
    public static Optional<Decision> refusalToTakeOver(Actor actor, Permission permission, Actor account) {
        return new Taking(actor).refusalOf(account, permission);
    }

    /**
     * Why the actor may not put another role in the place of one that is held somewhere; empty when they may. Whoever does
     * it holds there what the one administers, and all of the other.
     *
     * @param before the role, and where and by what right it is held
     */
    public static Optional<Decision> refusalToReplace(Actor actor, Holding before, Role after) {
        return new Taking(actor)
                .refusalOf(before)
                .or(() -> new Giving(actor, new Holding(before.source(), after, before.place())).refusal());
    }

    /**
     * Why the actor may not take from an account what it holds in some place; empty when they may. An owner's memberships,
     * grants and assignments are taken by owners alone.
     *
     * @param permission what else it takes, as {@code member:remove}
     */
    public static Optional<Decision> refusalToTakeFrom(Actor actor, Permission permission, Target account) {
        return !account.isOwnerAccount() || isOwner(actor)
                ? Optional.empty()
                : Optional.of(Decision.denied(
                        actor,
                        permission,
                        asKnownTo(actor, account),
                        Denial.ownersOnly("takes an owner's memberships, grants and assignments")));
    }

    /** Whether the actor may do what only owners may: they are an owner, and so is whoever made them. */
    public static boolean isOwner(Actor actor) {
        Actor maker = actor.maker();
        return actor.isActive() && actor.isOwner() && (maker == null || isOwner(maker));
    }

    /**
     * Whether the account is one of those that there must always be one of: active people who are owners. A service
     * account is no such one, as what it may do ends with what its maker may.
     */
    public static boolean isOwnerInPerson(User user) {
        return user.isActive() && !user.isService() && user.role().isOwner();
    }

    /** The target under its id, if the actor may not know what it is called. */
    public static Target asKnownTo(Actor actor, Target target) {
        return allows(actor, readingOf(target), target) ? target : target.unnamed();
    }

    private static Permission readingOf(Target target) {
        return switch (target.kind()) {
            case INSTANCE -> RosterPermission.INSTANCE_CONFIGURE;
            case USER -> RosterPermission.USER_READ;
            case ROLE -> RosterPermission.ROLE_READ;
            case ORGANIZATION -> RosterPermission.ORGANIZATION_READ;
            case WORKSPACE -> RosterPermission.WORKSPACE_READ;
            case DATASET -> RosterPermission.DATASET_READ;
        };
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

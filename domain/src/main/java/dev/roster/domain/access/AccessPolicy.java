package dev.roster.domain.access;

import dev.roster.domain.access.Holding.Source;
import dev.roster.domain.dataset.DatasetAccess;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.role.Permission;
import dev.roster.domain.role.PermissionTable;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RoleId;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.User;
import java.util.Collection;
import java.util.Objects;
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

    /**
     * Whether the actor may do that to every dataset of a workspace, whatever the dataset is like. What they hold on single
     * datasets is left out of account.
     */
    public static boolean allowsOnAllDatasetsIn(Actor actor, Permission permission, Target workspace) {
        // What keeps roles from others keeps them from this one, too.
        return allows(actor, permission, Target.someDatasetIn(workspace, DatasetAccess.ASSIGNED, true));
    }

    /**
     * Whether the actor may do to a dataset all that any holder of one of the roles can gain there when it is opened. Who may
     * need not be compared with each of them.
     *
     * @param open the same dataset as it is afterwards
     */
    public static boolean allowsAllThatOpens(Actor actor, Collection<Role> roles, Target closed, Target open) {
        boolean lifted = closed.isRestricted() && !open.isRestricted();
        return roles.stream()
                .flatMap(role -> (lifted ? role.permissions() : role.assignedOnly()).stream())
                .filter(Target.Kind.DATASET::takes)
                .distinct()
                .allMatch(permission -> allows(actor, permission, closed));
    }

    /** The same answer with its reason, where the predefined roles hold no registered permissions. */
    public static Decision decide(Actor actor, Permission permission, Target target) {
        return decide(actor, permission, target, PermissionTable.own());
    }

    /** @param table for what would turn a "no" into a "yes"; what the actor holds is in the actor's roles */
    public static Decision decide(Actor actor, Permission permission, Target target, PermissionTable table) {
        Holding ground = ground(actor, permission, target);
        return ground == null
                ? Decision.denied(actor, permission, target, () -> Diagnosis.of(actor, permission, target, table))
                : Decision.allowed(actor, permission, target, ground);
    }

    /** The answer about something that does not exist: no. */
    public static Decision decideUnknown(Actor actor, Permission permission, Target.Ref target) {
        Target unknown = Target.unknown(target);
        return Decision.denied(actor, permission, unknown, Denial.unknownTarget(unknown.describe()));
    }

    /**
     * Why the actor may not give a role to a user at a place; empty if they may. An actor cannot give more than they hold
     * there, and only an owner can give the owner role.
     *
     * @param place where the user would hold the role: the instance for an account role
     * @param table for what the refusal says would do
     */
    public static Optional<Decision> refusalToGive(Actor actor, Role role, Target place, PermissionTable table) {
        Source source = place.kind() == Target.Kind.INSTANCE ? Source.ACCOUNT : Source.MEMBERSHIP;
        return new Giving(actor, new Holding(source, role, place), table).refusal();
    }

    /**
     * The same for an account role where its user is, or becomes, a member without a role of the membership's own. An
     * owner's is held already.
     */
    public static Optional<Decision> refusalToLetCount(
            Actor actor, Role accountRole, Target place, PermissionTable table) {
        return new Giving(actor, new Holding(Source.INHERITED, accountRole, place), table).refusal();
    }

    /**
     * The same for a user who becomes a member of an organization together with an account, or with a workspace of it.
     * The actor does not choose that, so permissions for daily work are not required.
     */
    public static Optional<Decision> refusalToEnrol(
            Actor actor, Role accountRole, Target organization, PermissionTable table) {
        return new Giving(actor, new Holding(Source.INHERITED, accountRole, organization), table).refusalToAdminister();
    }

    /**
     * Why the actor may not give a user another account role; empty if they may. It is asked for the instance and
     * for each place where the account role counts.
     *
     * @param account with everything it holds
     */
    public static Optional<Decision> refusalToGiveAccountRole(
            Actor actor, Role role, Actor account, PermissionTable table) {
        return Stream.concat(
                        Stream.of(new Holding(Source.ACCOUNT, role, Target.instance())),
                        account.holdings().stream()
                                .filter(held -> held.source() == Source.INHERITED)
                                .map(held -> new Holding(Source.INHERITED, role, held.place())))
                .flatMap(gift -> new Giving(actor, gift, table).refusal().stream())
                .findFirst();
    }

    /**
     * Why the actor may not hand over or cut off an account; empty when they may. They must hold, at each place, every
     * administrative permission that it holds there, or would if it were active, and as far as it reaches. Only owners do
     * it to owners. An actor's own account is handled elsewhere.
     *
     * @param actor with everything they hold
     * @param permission a further permission that is required, as {@code user:update}
     * @param account with everything it holds, whatever its status
     * @param table says what is administrative
     */
    public static Optional<Decision> refusalToTakeOver(
            Actor actor, Permission permission, Actor account, PermissionTable table) {
        return new Taking(actor, table).refusalOf(account, permission);
    }

    /**
     * Why the actor may not replace a role that is held somewhere; empty if they may. The actor must hold everything that
     * the old role administers there, and all of the new role.
     *
     * @param before the old role, where it is held and its source
     */
    public static Optional<Decision> refusalToReplace(Actor actor, Holding before, Role after, PermissionTable table) {
        return new Taking(actor, table)
                .refusalOf(before)
                .or(() -> new Giving(actor, new Holding(before.source(), after, before.place()), table).refusal());
    }

    /**
     * Why the actor may not assign a user to a dataset; empty if they may. What the assignee gains there, the actor must hold
     * there.
     *
     * @param assignee with what they hold around the dataset, whatever their status
     */
    public static Optional<Decision> refusalToAssign(
            Actor actor, Actor assignee, Target dataset, PermissionTable table) {
        DatasetId id = Objects.requireNonNull(dataset.dataset());
        Actor assigned = assignee.copy().assignedTo(id).build();
        return new Opening(actor, dataset, table)
                .refusal(new Opening.Side(assignee, dataset), new Opening.Side(assigned, dataset));
    }

    /**
     * The same for opening a dataset to its workspace, or lifting its restriction, about one of those who may gain by it.
     *
     * @param open the same dataset as it is afterwards
     */
    public static Optional<Decision> refusalToOpen(
            Actor actor, Actor member, Target closed, Target open, PermissionTable table) {
        return new Opening(actor, closed, table)
                .refusal(new Opening.Side(member, closed), new Opening.Side(member, open));
    }

    /**
     * Why the actor may not remove what an account holds in some place; empty if they may. Only owners can remove an owner's
     * memberships, grants and assignments.
     *
     * @param permission a further permission that is required, as {@code member:remove}
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

    /** Whether the actor may do what only owners may: the actor and all their creators are owners. */
    public static boolean isOwner(Actor actor) {
        Actor maker = actor.maker();
        return actor.isActive() && actor.isOwner() && (maker == null || isOwner(maker));
    }

    /** The account role of those who own the installation. */
    public static RoleId ownersRole() {
        return PredefinedRole.OWNER.id();
    }

    /** Whether the word is the name of the account role of those who own the installation. */
    public static boolean isOwnersRole(String word) {
        return PredefinedRole.OWNER.word().equals(word);
    }

    /**
     * Whether the account is one of those that there must always be one of: active people who are owners. A service
     * account is no such one, as it may do no more than its creator.
     */
    public static boolean isOwnerInPerson(User user) {
        return user.isActive() && !user.isService() && user.role().isOwner();
    }

    /** The target with its id as the name, if the actor may not read its name. */
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
     * What a "yes" rests on, or null for "no". Nothing else in Roster says yes: lists, previews and explanations ask here.
     * A service account is capped by its maker, but sees itself while its maker is active, whether or not a role of its own
     * lets it.
     */
    private static @Nullable Holding ground(Actor actor, Permission permission, Target target) {
        if (!actor.isActive() || !target.kind().takes(permission)) {
            return null;
        }
        Holding own = held(actor, permission, target);
        Actor maker = actor.maker();
        return own == null || maker == null || allows(maker, permission, target)
                ? own
                : seeingOneself(actor, permission, target);
    }

    /**
     * Whether that one of an actor's roles, held around the target, would be enough for a "yes", whatever the others are.
     */
    static boolean isGround(Holding held, Actor actor, Permission permission, Target target) {
        Actor maker = actor.maker();
        return actor.isActive()
                && target.kind().takes(permission)
                && obstacle(held, actor, permission, target) == null
                && (maker == null || allows(maker, permission, target));
    }

    /** What the "yes" for an active actor rests on, leaving its creator out of account. */
    static @Nullable Holding held(Actor actor, Permission permission, Target target) {
        Holding account = actor.account();
        if (actor.isOwner() || obstacle(account, actor, permission, target) == null) {
            return account;
        }
        return switch (target.kind()) {
            case INSTANCE, ROLE -> null;
            case USER -> seeingOneself(actor, permission, target);
            case ORGANIZATION -> ifGround(actor.inOrganizationOf(target), actor, permission, target);
            case WORKSPACE, DATASET -> inWorkspace(actor, permission, target);
        };
    }

    static boolean isForOwnersOnly(Permission permission, Target target) {
        return target.isOwnerAccount()
                && (permission == RosterPermission.USER_UPDATE || permission == RosterPermission.USER_DELETE);
    }

    static @Nullable Holding seeingOneself(Actor actor, Permission permission, Target target) {
        return permission == RosterPermission.USER_READ && target.isUser(actor.id()) ? SELF : null;
    }

    private static @Nullable Holding inWorkspace(Actor actor, Permission permission, Target target) {
        Holding found = ifGround(actor.grantedOnDataset(target), actor, permission, target);
        if (found == null) {
            found = ifGround(actor.inWorkspaceOf(target), actor, permission, target);
        }
        if (found == null) {
            found = ifGround(actor.grantedOnWorkspaceOf(target), actor, permission, target);
        }
        return found == null ? ifGround(actor.inOrganizationOf(target), actor, permission, target) : found;
    }

    private static @Nullable Holding ifGround(
            @Nullable Holding held, Actor actor, Permission permission, Target target) {
        return held != null && obstacle(held, actor, permission, target) == null ? held : null;
    }

    /**
     * Why a role that is held around a target does not allow it; null if it does. What a role gives where is defined only
     * here.
     */
    static @Nullable Obstacle obstacle(Holding held, Actor actor, Permission permission, Target target) {
        Role role = held.role();
        if (!role.holds(permission)) {
            return Obstacle.LACKS_IT;
        }
        if (!held.reaches(permission, target)) {
            return Obstacle.ENDS_BEFORE;
        }
        if (isForOwnersOnly(permission, target) && !role.isOwner()) {
            return Obstacle.OWNERS_ONLY;
        }
        if (held.isOnDataset()) {
            return null;
        }
        if (target.isRestricted() && !role.isManagerOrOwner()) {
            return Obstacle.RESTRICTED;
        }
        return role.assignedOnly().contains(permission) && !isOpenTo(actor, target) ? Obstacle.NOT_OPEN : null;
    }

    /** What may keep a role from giving something on a target. */
    enum Obstacle {
        LACKS_IT,
        /** An account role applies where its user is a member; an organization's role applies in its workspaces only if it says so. */
        ENDS_BEFORE,
        OWNERS_ONLY,
        RESTRICTED,
        /** It reaches what is open to the workspace or assigned, and this is not. */
        NOT_OPEN
    }

    static boolean fromAbove(@Nullable Holding holding) {
        return holding != null && holding.reachesBelow();
    }

    static boolean isOpenTo(Actor actor, Target target) {
        return target.isOpen() || actor.isAssignedTo(target);
    }
}

package dev.roster.domain.access;

import dev.roster.domain.access.Holding.Source;
import dev.roster.domain.role.Permission;
import dev.roster.domain.role.PermissionTable;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.Reach;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.text.Worded;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserStatus;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * Why something is denied.
 *
 * @param cause for programs
 * @param why for people to read, a clause that gives the reason
 * @param roles the names of the predefined roles that would allow it; empty if none would
 * @param givers who could give what is missing, for people to read
 * @param remedy for people to read, a clause that says what they could do; empty if nothing helps
 */
public record Denial(Cause cause, String why, List<String> roles, String givers, String remedy) {
    private static final String OWNER = "an owner";
    private static final Actor NOBODY = Actor.named(
                    new UserId(new UUID(0, 0)), "nobody", UserStatus.ACTIVE, PredefinedRole.VIEWER.role())
            .build();

    /** The reasons there are. */
    public enum Cause implements Worded {
        /** The account or the creator of the service account is not active, the stay of a guest is over, or the account does not exist. */
        NOT_ACTIVE,
        /** The target does not exist. */
        UNKNOWN_TARGET,
        /** The permission does not apply to this kind of target, so no actor is allowed. */
        OTHER_KIND,
        /** It concerns an owner, or the owner role, and only owners touch those. */
        OWNERS_ONLY,
        /** No role of the actor reaches the target at all. */
        NOT_A_MEMBER,
        /** A role is held around the target but does not give the permission there. */
        ROLE_LACKS_IT,
        /** The role would do, but the dataset is restricted. */
        RESTRICTED,
        /** The role reaches only datasets that are open or assigned, and this is not one. */
        NOT_ASSIGNED,
        /** The service account would be allowed, but its creator is not. */
        MAKER_LACKS_IT,
        /** A role would be given that holds more than the giver does. */
        MORE_THAN_HELD,
        /** An account would be taken over or cut off, or a role taken, that administers more than the taker does. */
        TAKES_MORE_THAN_HELD
    }

    public Denial {
        roles = List.copyOf(roles);
    }

    static Denial ownersOnly(String what) {
        return new Denial(Cause.OWNERS_ONLY, "only an owner " + what, ownerAlone(), OWNER, "ask an owner");
    }

    static Denial notActive() {
        return new Denial(
                Cause.NOT_ACTIVE, "the account is not active", List.of(), OWNER, "an owner could activate it");
    }

    static Denial stayEnded(Instant end) {
        return new Denial(
                Cause.NOT_ACTIVE,
                "the guest's stay ended on " + end,
                List.of(),
                OWNER,
                "an owner could create another account");
    }

    static Denial makerNotActive(String maker) {
        return new Denial(
                Cause.NOT_ACTIVE,
                maker + ", who created it, is not active",
                List.of(),
                OWNER,
                "an owner could reactivate " + maker + " if they are not deleted");
    }

    static Denial unknownActor() {
        return new Denial(Cause.NOT_ACTIVE, "there is no such account", List.of(), OWNER, "an owner could create it");
    }

    static Denial unknownTarget(String what) {
        return new Denial(Cause.UNKNOWN_TARGET, "there is no " + what, List.of(), OWNER, "");
    }

    /** @param roles empty if more than one creator lacks it */
    static Denial makerLacksIt(String makers, List<String> roles, String givers) {
        String remedy = givers + " could give " + makers + (roles.isEmpty() ? " roles" : " a role") + " that allow"
                + (roles.isEmpty() ? "" : "s") + " it";
        return new Denial(Cause.MAKER_LACKS_IT, makers + ", who created it, may not do that", roles, givers, remedy);
    }

    static Denial otherKind(Permission permission, Target target) {
        String about = permission.scope().words();
        return new Denial(
                Cause.OTHER_KIND,
                "it is about " + about + ", not " + target.describe(),
                List.of(),
                "no one",
                "ask about " + about);
    }

    static Denial moreThanHeld(Role role, Permission lacking, Target place, PermissionTable table) {
        String givers = giversOf(lacking, place, table);
        return new Denial(
                Cause.MORE_THAN_HELD,
                "role `" + role.name() + "` holds `" + lacking.key() + "`, and no one can give more than they hold",
                rolesFor(lacking, place, NOBODY, table),
                givers,
                givers + " could give it");
    }

    static Denial pastRestrictions(Role role, Target place, PermissionTable table) {
        String givers = giversOf(RosterPermission.GRANT_CREATE, place, table);
        return new Denial(
                Cause.MORE_THAN_HELD,
                "role `" + role.name() + "` reaches restricted datasets, and no one can give more than they hold",
                List.of(PredefinedRole.OWNER.word(), PredefinedRole.MANAGER.word()),
                givers,
                givers + " could give it");
    }

    static Denial opensMore(Permission gained, Target workspace, PermissionTable table) {
        String givers = giversOf(gained, workspace, table);
        return new Denial(
                Cause.MORE_THAN_HELD,
                "it would give `" + gained.key() + "` on the dataset, and no one can give more than they hold",
                rolesFor(gained, workspace, NOBODY, table),
                givers,
                givers + " could do it");
    }

    static Denial takesMore(Permission lacking, Target place, PermissionTable table) {
        return taking("it gives `" + lacking.key() + "` on " + place.describe(), lacking, place, table);
    }

    static Denial takesPastRestrictions(Target place, PermissionTable table) {
        return taking(
                "it reaches restricted datasets of " + place.describe(), RosterPermission.DATASET_READ, place, table);
    }

    private static Denial taking(String what, Permission lacking, Target place, PermissionTable table) {
        return new Denial(
                Cause.TAKES_MORE_THAN_HELD,
                what + ", and no one can take more than they hold",
                rolesFor(lacking, place, NOBODY, table),
                OWNER,
                "ask an owner");
    }

    static Denial takesOverMaker() {
        return new Denial(
                Cause.TAKES_MORE_THAN_HELD,
                "a service account cannot take over its creator",
                List.of(),
                OWNER,
                "ask an owner");
    }

    /** Whether the actor was not to do something to the target but to give a role there. */
    boolean isAboutGiving(Target target) {
        return cause == Cause.MORE_THAN_HELD || (cause == Cause.OWNERS_ONLY && target.kind() != Target.Kind.USER);
    }

    private static List<String> ownerAlone() {
        return List.of(PredefinedRole.OWNER.word());
    }

    /** The predefined roles that would give it to the actor, held around the target; an owner's is an account role. */
    static List<String> rolesFor(Permission permission, Target target, Actor actor, PermissionTable table) {
        return Arrays.stream(PredefinedRole.values())
                .filter(role -> wouldDo(table.role(role), permission, target, actor))
                .map(PredefinedRole::word)
                .toList();
    }

    private static boolean wouldDo(Role role, Permission permission, Target target, Actor actor) {
        Holding held = role.isOwner() || target.organization() == null
                ? new Holding(Source.ACCOUNT, role, Target.instance())
                : new Holding(Source.MEMBERSHIP, role, target.workspaceAround());
        return AccessPolicy.obstacle(held, actor, permission, target) == null;
    }

    /** Who holds the permission around the target, all over it, and may give roles there. */
    static String giversOf(Permission permission, Target target, PermissionTable table) {
        return isHeldByManagers(table.reachOf(PredefinedRole.MANAGER, permission), target)
                ? "a manager of " + target.place() + " or an owner"
                : OWNER;
    }

    private static boolean isHeldByManagers(Reach reach, Target target) {
        return switch (target.kind()) {
            case INSTANCE, USER, ROLE -> false;
            case ORGANIZATION -> reach == Reach.WITHIN || reach == Reach.ORGANIZATIONS;
            case WORKSPACE, DATASET -> reach == Reach.WITHIN;
        };
    }
}

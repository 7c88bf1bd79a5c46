package dev.roster.domain.access;

import dev.roster.domain.role.Permission;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.Reach;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RosterPermission;
import java.util.Arrays;
import java.util.List;

/**
 * Why the answer is no.
 *
 * @param cause for programs
 * @param why for people, the second half of a sentence that starts with the actor
 * @param roles the predefined roles that would turn it into a yes, by name; empty where no role would
 * @param givers who could give what is missing, for people
 */
public record Denial(Cause cause, String why, List<String> roles, String givers) {
    /** The reasons there are. */
    public enum Cause {
        /** The account is not active, or there is no such account. */
        NOT_ACTIVE,
        /** There is no such target. */
        UNKNOWN_TARGET,
        /** It concerns an owner, or the owner role, and only owners touch those. */
        OWNERS_ONLY,
        /** No role of the actor reaches the target at all. */
        NOT_A_MEMBER,
        /** A role reaches the target but does not hold the permission. */
        ROLE_LACKS_IT,
        /** The role would do, but the dataset is restricted. */
        RESTRICTED,
        /** The role reaches only datasets that are open or assigned, and this is not one. */
        NOT_ASSIGNED,
        /** The service account would be allowed; whoever made it is not. */
        MAKER_LACKS_IT,
        /** A role would be given that holds more than the giver does. */
        MORE_THAN_HELD
    }

    static Denial ownersOnly(String what) {
        return new Denial(Cause.OWNERS_ONLY, "only an owner " + what, List.of("owner"), "an owner");
    }

    static Denial notActive() {
        return new Denial(Cause.NOT_ACTIVE, "the account is not active", List.of(), "an owner");
    }

    static Denial unknownActor() {
        return new Denial(Cause.NOT_ACTIVE, "there is no such account", List.of(), "an owner");
    }

    static Denial unknownTarget() {
        return new Denial(Cause.UNKNOWN_TARGET, "there is no such target", List.of(), "an owner");
    }

    static Denial moreThanHeld(Role role, Permission lacking, Target place) {
        return new Denial(
                Cause.MORE_THAN_HELD,
                "role " + role.name() + " holds `" + lacking.key() + "`, and nobody gives more than they hold",
                rolesWith(lacking),
                giversOf(lacking, place));
    }

    static List<String> rolesWith(Permission permission) {
        if (!(permission instanceof RosterPermission known)) {
            return List.of("owner");
        }
        return Arrays.stream(PredefinedRole.values())
                .filter(role -> known.reachOf(role) != Reach.NOWHERE)
                .map(PredefinedRole::word)
                .toList();
    }

    static String giversOf(Permission permission, Target target) {
        return switch (target.kind()) {
            case INSTANCE, USER, ROLE -> "an owner";
            case ORGANIZATION, WORKSPACE, DATASET ->
                permission.isInstanceWide() ? "an owner" : "a manager of `" + target.place() + "` or an owner";
        };
    }
}

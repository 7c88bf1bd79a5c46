package dev.roster.domain.access;

import dev.roster.domain.access.Denial.Cause;
import dev.roster.domain.role.Permission;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Finds out why the policy said no. It runs after the fact and decides nothing. */
final class Diagnosis {
    private Diagnosis() {}

    static Denial of(Actor actor, Permission permission, Target target) {
        if (!actor.isActive()) {
            return Denial.notActive();
        }
        if (target.isOwnerAccount() && AccessPolicy.changesUser(permission) && !actor.isOwner()) {
            return Denial.ownersOnly("changes an owner");
        }
        Actor maker = actor.maker();
        if (maker != null && AccessPolicy.ground(withoutMaker(actor), permission, target) != null) {
            return new Denial(
                    Cause.MAKER_LACKS_IT,
                    "its maker `" + maker.label() + "` may not do that any more",
                    Denial.rolesWith(permission),
                    Denial.giversOf(permission, target));
        }
        return byRole(actor, permission, target);
    }

    private static Actor withoutMaker(Actor actor) {
        return actor.copy().uncapped().build();
    }

    private static Denial byRole(Actor actor, Permission permission, Target target) {
        List<Holding> reaching = reaching(actor, target).toList();
        List<Holding> sufficient = reaching.stream()
                .filter(held -> held.role().permissions().contains(permission))
                .toList();
        if (sufficient.isEmpty()) {
            return lacking(actor, reaching, permission, target);
        }
        return target.isRestricted() ? restricted(sufficient.get(0), target) : notAssigned(sufficient.get(0), target);
    }

    private static Denial lacking(Actor actor, List<Holding> reaching, Permission permission, Target target) {
        List<String> roles = Denial.rolesWith(permission);
        String givers = Denial.giversOf(permission, target);
        if (permission.isInstanceWide() || target.organization() == null) {
            return new Denial(
                    Cause.ROLE_LACKS_IT,
                    actor.account().describe() + " lacks `" + permission.key() + "`",
                    roles,
                    givers);
        }
        if (reaching.isEmpty()) {
            String place = target.kind() == Target.Kind.ORGANIZATION
                    ? target.describe()
                    : "workspace `" + target.place() + "`";
            return new Denial(Cause.NOT_A_MEMBER, "no member of " + place, roles, givers);
        }
        return new Denial(
                Cause.ROLE_LACKS_IT, reaching.get(0).describe() + " lacks `" + permission.key() + "`", roles, givers);
    }

    private static Denial restricted(Holding held, Target target) {
        return new Denial(
                Cause.RESTRICTED,
                "the dataset is restricted, and " + held.describe() + " does not reach it",
                List.of("manager", "owner"),
                "a manager of `" + target.place() + "` or an owner, by a grant on the dataset,");
    }

    private static Denial notAssigned(Holding held, Target target) {
        String why = target.dataset() == null
                ? held.describe() + " reaches only datasets that are open or assigned, ask about one of them"
                : held.describe() + " reaches only open or assigned datasets, and this one is neither";
        return new Denial(
                Cause.NOT_ASSIGNED,
                why,
                List.of("admin", "manager", "owner"),
                "an admin or manager of `" + target.place() + "` or an owner, by assigning the dataset,");
    }

    /** The holdings that reach the target's place, the narrowest first. */
    private static Stream<Holding> reaching(Actor actor, Target target) {
        Holding above = target.organization() == null ? null : actor.in(target.organization());
        return Stream.of(
                        target.dataset() == null ? null : actor.grantedOn(target.dataset()),
                        target.workspace() == null ? null : actor.in(target.workspace()),
                        target.workspace() == null ? null : actor.grantedOn(target.workspace()),
                        target.workspace() == null || AccessPolicy.fromAbove(above) ? above : null)
                .filter(Objects::nonNull);
    }
}

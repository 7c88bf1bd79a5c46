package dev.roster.domain.access;

import dev.roster.domain.UserText;
import dev.roster.domain.access.Denial.Cause;
import dev.roster.domain.role.Permission;
import java.util.List;

/** Finds out why the policy said no. It runs after the fact and decides nothing. */
final class Diagnosis {
    private final Actor actor;
    private final Permission permission;
    private final Target target;
    private final List<String> roles;
    private final String givers;

    private Diagnosis(Actor actor, Permission permission, Target target) {
        this.actor = actor;
        this.permission = permission;
        this.target = target;
        this.roles = Denial.rolesFor(permission, target, AccessPolicy.isOpenTo(actor, target));
        this.givers = Denial.giversOf(permission, target);
    }

    static Denial of(Actor actor, Permission permission, Target target) {
        return new Diagnosis(actor, permission, target).denial();
    }

    private Denial denial() {
        Actor maker = actor.maker();
        if (maker != null && actor.isStoppedByMaker()) {
            return Denial.makerNotActive(UserText.quote(whoIsStopped(maker).label()));
        }
        if (!actor.isActive()) {
            return Denial.notActive();
        }
        if (AccessPolicy.isForOwnersOnly(permission, target) && !actor.isOwner()) {
            return Denial.ownersOnly("changes an owner");
        }
        if (maker != null && AccessPolicy.held(actor, permission, target) != null) {
            return lackingTo(UserText.quote(whoLacksIt(maker).label()));
        }
        if (permission.isInstanceWide() || target.organization() == null) {
            return onInstance();
        }
        List<Holding> around = actor.around(target);
        return around.stream()
                .filter(held -> held.role().holds(permission))
                .findFirst()
                .map(held -> target.isRestricted() ? restricted(held) : notAssigned(held))
                .orElseGet(() -> around.isEmpty() ? notMember() : lacking(around.get(0)));
    }

    private static Actor whoIsStopped(Actor maker) {
        Actor next = maker.maker();
        return next != null && maker.isStoppedByMaker() ? whoIsStopped(next) : maker;
    }

    private Actor whoLacksIt(Actor maker) {
        Actor next = maker.maker();
        return next == null || AccessPolicy.held(maker, permission, target) == null ? maker : whoLacksIt(next);
    }

    private Denial lackingTo(String maker) {
        String remedy = givers + " could give " + maker + " a role that allows it";
        return new Denial(Cause.MAKER_LACKS_IT, maker + ", who made it, may not do that", roles, givers, remedy);
    }

    private Denial onInstance() {
        if (permission.isInstanceWide()) {
            return lacking(actor.account());
        }
        String why = "it is held in organizations and workspaces, and only owners hold it everywhere";
        return new Denial(Cause.ROLE_LACKS_IT, why, roles, givers, "ask about a place");
    }

    private Denial lacking(Holding held) {
        return new Denial(
                Cause.ROLE_LACKS_IT,
                held.describe() + " does not give it",
                roles,
                givers,
                givers + " could give a role that does");
    }

    private Denial notMember() {
        return new Denial(
                Cause.NOT_A_MEMBER,
                "not a member of " + target.place(),
                roles,
                givers,
                givers + " could give a role there");
    }

    private Denial restricted(Holding held) {
        return new Denial(
                Cause.RESTRICTED,
                "the dataset is restricted, and " + held.describe() + " does not reach it",
                roles,
                givers,
                givers + " could grant a role on it");
    }

    private Denial notAssigned(Holding held) {
        if (target.dataset() == null) {
            String why = held.describe() + " gives it only on datasets that are open or assigned";
            return new Denial(Cause.NOT_ASSIGNED, why, roles, givers, "ask about a dataset");
        }
        String assigners = "an admin or manager of " + target.place() + " or an owner";
        return new Denial(
                Cause.NOT_ASSIGNED,
                held.describe() + " reaches only open or assigned datasets, and this one is neither",
                roles,
                assigners,
                assigners + " could assign it");
    }
}

package dev.roster.domain.access;

import dev.roster.domain.UserText;
import dev.roster.domain.access.AccessPolicy.Obstacle;
import dev.roster.domain.access.Denial.Cause;
import dev.roster.domain.role.Permission;
import dev.roster.domain.role.PermissionTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says why the policy said no. It runs after the fact and decides nothing: what stood in the way of each role it asks
 * where the policy asked.
 */
final class Diagnosis {
    private final Actor actor;
    private final Permission permission;
    private final Target target;
    private final PermissionTable table;
    private final List<String> roles;
    private final String givers;

    private Diagnosis(Actor actor, Permission permission, Target target, PermissionTable table) {
        this.actor = actor;
        this.permission = permission;
        this.target = target;
        this.table = table;
        this.roles = Denial.rolesFor(permission, target, actor, table);
        this.givers = Denial.giversOf(permission, target, table);
    }

    static Denial of(Actor actor, Permission permission, Target target, PermissionTable table) {
        return new Diagnosis(actor, permission, target, table).denial();
    }

    private Denial denial() {
        Actor maker = actor.maker();
        if (maker != null && actor.isStoppedByMaker()) {
            return Denial.makerNotActive(UserText.quote(whoIsStopped(maker).label()));
        }
        if (!actor.isActive()) {
            Instant ended = actor.stayEnded();
            return ended == null ? Denial.notActive() : Denial.stayEnded(ended);
        }
        if (!target.kind().takes(permission)) {
            return Denial.otherKind(permission, target);
        }
        List<Actor> lacking = whoLackIt(actor);
        List<Actor> makers = lacking.stream().filter(one -> one != actor).toList();
        if (makers.isEmpty()) {
            return own();
        }
        return makers.size() == lacking.size() ? lackingTo(makers) : lackingToAll(makers);
    }

    private static Actor whoIsStopped(Actor maker) {
        Actor next = maker.maker();
        return next != null && maker.isStoppedByMaker() ? whoIsStopped(next) : maker;
    }

    /** Those of the actor and their makers who hold it neither, up to one who asks about their own account. */
    private List<Actor> whoLackIt(Actor first) {
        List<Actor> lacking = new ArrayList<>();
        for (Actor one : first.withMakers()) {
            Holding held = AccessPolicy.held(one, permission, target);
            if (held == null) {
                lacking.add(one);
            }
            if (AccessPolicy.seeingOneself(one, permission, target) != null) {
                break;
            }
        }
        return lacking;
    }

    private Denial lackingTo(List<Actor> makers) {
        List<String> would = makers.size() > 1 ? List.of() : Denial.rolesFor(permission, target, makers.get(0), table);
        return Denial.makerLacksIt(named(makers), would, givers);
    }

    /** What is given to the account alone would not help. */
    private Denial lackingToAll(List<Actor> makers) {
        Denial own = own();
        String all = givers + " could give both it and " + named(makers) + ", who created it, roles that allow it";
        return new Denial(own.cause(), own.why(), List.of(), givers, all);
    }

    private static String named(List<Actor> makers) {
        return makers.stream().map(maker -> UserText.quote(maker.label())).collect(Collectors.joining(" and "));
    }

    private Denial own() {
        if (AccessPolicy.isForOwnersOnly(permission, target)) {
            return Denial.ownersOnly("changes an owner");
        }
        if (target.organization() == null && !permission.isInstanceWide()) {
            return placeless();
        }
        List<Holding> around = actor.around(target);
        return around.stream()
                .map(this::standing)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> lackingAll(around));
    }

    private Denial lackingAll(List<Holding> around) {
        if (permission.isInstanceWide()) {
            return lacking(actor.account());
        }
        return around.isEmpty() ? notMember() : lacking(around.get(0));
    }

    /** What stands between a role that holds the permission and a "yes"; null when it does not hold it. */
    private @Nullable Denial standing(Holding held) {
        Obstacle obstacle = AccessPolicy.obstacle(held, actor, permission, target);
        if (obstacle == Obstacle.ENDS_BEFORE) {
            return endingBefore(held);
        }
        if (obstacle == Obstacle.RESTRICTED) {
            return restricted(held);
        }
        return obstacle == Obstacle.NOT_OPEN ? notAssigned(held) : null;
    }

    private Denial placeless() {
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

    private Denial endingBefore(Holding held) {
        return new Denial(
                Cause.ROLE_LACKS_IT,
                held.describe()
                        + (held.role().needsOrganization(permission)
                                ? " gives it only as a membership's own role in an organization"
                                : " does not reach its workspaces"),
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

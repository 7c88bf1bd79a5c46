package dev.roster.domain.access.specification;

import dev.roster.domain.access.AccessPolicy;
import dev.roster.domain.access.Denial;
import dev.roster.domain.access.Denial.Cause;
import dev.roster.domain.access.specification.World.Account;
import dev.roster.domain.access.specification.World.At;
import dev.roster.domain.access.specification.World.Custom;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Whether those whom a denial names could really give what is missing: by the rule of giving, and with what follows. */
final class Givers {
    private static final String NEWCOMER = "newcomer";
    private static final String NOTHING = "nothing";

    private final World world;
    private final String user;
    private final String permission;
    private final Thing thing;
    private final List<String> lacking;

    Givers(World world, String user, String permission, Thing thing) {
        this.world = world;
        this.user = user;
        this.permission = permission;
        this.thing = thing;
        this.lacking = new Specification(world).lacking(user, permission, thing);
    }

    /** What is wrong; empty when nothing is. */
    String faultOf(Denial denial) {
        if (world.withMakers(user).size() > 2
                || Set.of(Cause.NOT_ACTIVE, Cause.OTHER_KIND).contains(denial.cause())) {
            return "";
        }
        if (!new Specification(world).isActive(user)) {
            return "";
        }
        List<String> named = Stream.of("manager", "admin")
                .filter(role -> denial.givers().matches(".*\\b" + role + " .*"))
                .filter(role -> !couldHelp(role, denial))
                .toList();
        if (!named.isEmpty()) {
            return named + " could not: " + denial;
        }
        return denial.givers().endsWith("an owner") && ownerCouldHelp() ? "" : "an owner could not: " + denial;
    }

    private boolean ownerCouldHelp() {
        if (thing.kind() == Thing.Kind.USER && lacking.contains(thing.name())) {
            return true;
        }
        World changed = world.copy();
        lacking.forEach(one -> changed.users.computeIfPresent(
                one, (name, before) -> new Account("owner", before.status(), before.maker())));
        return may(changed);
    }

    private boolean couldHelp(String role, Denial denial) {
        World with = withNewcomer(role);
        if (denial.remedy().contains("could give both")) {
            return couldMakeMember(with) || couldGrant(with);
        }
        if (denial.cause() == Cause.NOT_ASSIGNED && thing.kind() == Thing.Kind.DATASET) {
            return newcomerMay(with, "dataset:assign", thing) && may(changed(this::assigned));
        }
        if (denial.cause() == Cause.RESTRICTED) {
            return couldGrant(with);
        }
        return couldMakeMember(with) || couldGrant(with);
    }

    private boolean couldMakeMember(World with) {
        Thing place = thing.kind() == Thing.Kind.ORGANIZATION ? thing : Thing.workspace(place());
        return newcomerMay(with, "member:add", place)
                && newcomerMay(with, "member:update", place)
                && given(with, place)
                        .anyMatch(role -> may(
                                changed((changed, one) -> changed.memberships.put(new At(one, place.name()), role))));
    }

    private boolean couldGrant(World with) {
        return thing.kind() == Thing.Kind.DATASET
                && newcomerMay(with, "grant:create", thing)
                && given(with, thing)
                        .anyMatch(role ->
                                may(changed((changed, one) -> changed.grants.put(new At(one, thing.name()), role))));
    }

    /** The predefined roles that the newcomer may give there. */
    private static Stream<String> given(World with, Thing place) {
        Translation policy = new Translation(with);
        return Specification.PREDEFINED.stream()
                .filter(role -> !role.equals("owner"))
                .filter(role -> AccessPolicy.refusalToGive(
                                policy.actor(NEWCOMER), policy.role(role), policy.target(place), policy.table())
                        .isEmpty());
    }

    /** A change for one of those who lack something. */
    private interface Change {
        Object make(World changed, String one);
    }

    private Object assigned(World changed, String one) {
        return changed.assignments.add(new At(one, thing.name()));
    }

    private World changed(Change change) {
        World changed = world.copy();
        lacking.forEach(one -> change.make(changed, one));
        return changed;
    }

    private boolean may(World changed) {
        return new Specification(changed).may(user, permission, thing);
    }

    private static boolean newcomerMay(World with, String permission, Thing thing) {
        return new Specification(with).may(NEWCOMER, permission, thing);
    }

    /** The world with somebody who holds nothing but that role around the thing. */
    private World withNewcomer(String role) {
        World with = world.copy();
        String place = thing.kind() == Thing.Kind.ORGANIZATION ? thing.name() : place();
        with.roles.put(NOTHING, new Custom(Set.of(), Set.of(), false));
        with.users.put(NEWCOMER, new Account(NOTHING, "active", null));
        with.memberships.put(new At(NEWCOMER, place), role);
        return with;
    }

    private String place() {
        return Objects.requireNonNull(world.workspaceOf(thing));
    }
}

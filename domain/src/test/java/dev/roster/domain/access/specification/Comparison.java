package dev.roster.domain.access.specification;

import dev.roster.domain.access.Actor;
import dev.roster.domain.access.Decision;
import dev.roster.domain.access.Entitlement;
import dev.roster.domain.access.RoleChange;
import dev.roster.domain.access.RoleChange.Effect;
import dev.roster.domain.access.Target;
import dev.roster.domain.access.specification.World.Custom;
import dev.roster.domain.role.Permission;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Compares all that the policy says about one world with the specification, question by question. */
final class Comparison {
    private final World world;
    private final List<String> asked;
    private final Specification specification;
    private final Translation policy;
    private final List<String> faults = new ArrayList<>();
    private long questions;
    private long allowed;

    Comparison(World world, List<String> asked) {
        this.world = world;
        this.asked = List.copyOf(asked);
        this.specification = new Specification(world);
        this.policy = new Translation(world);
    }

    long questions() {
        return questions;
    }

    long allowed() {
        return allowed;
    }

    /** What differs, with the world in which it does. */
    List<String> faults() {
        return faults.stream().map(fault -> fault + " in\n" + world).toList();
    }

    private interface Question {
        void ask(String user, String permission, Thing thing);
    }

    private void each(Question question) {
        for (String user : world.users.keySet()) {
            for (String permission : asked) {
                for (Thing thing : world.things()) {
                    question.ask(user, permission, thing);
                }
            }
        }
    }

    private void check(boolean right, String what, String user, String permission, Thing thing) {
        if (!right) {
            faults.add(what + ": " + user + " " + permission + " on " + thing);
        }
    }

    void compareDecisions() {
        each((user, permission, thing) -> {
            boolean may = specification.may(user, permission, thing);
            questions++;
            allowed += may ? 1 : 0;
            check(policy.allows(user, permission, thing) == may, "answer", user, permission, thing);
        });
    }

    /** Of every so many decisions. */
    void compareExplanations(int oneIn) {
        Explanations explanations = new Explanations(world);
        long[] turn = {0};
        each((user, permission, thing) -> {
            if (turn[0]++ % oneIn == 0) {
                Decision decision = policy.decide(user, permission, thing);
                boolean allows = policy.allows(user, permission, thing);
                check(decision.isAllowed() == allows, "decision", user, permission, thing);
                String fault = explanations.faultOf(decision, user, permission, thing);
                check(fault.isEmpty(), fault, user, permission, thing);
                String unable = decision.refusal()
                        .map(new Givers(world, user, permission, thing)::faultOf)
                        .orElse("");
                check(unable.isEmpty(), unable, user, permission, thing);
            }
        });
    }

    /** What somebody may do is what their entitlements say; who may is the same list, read the other way. */
    void compareEntitlements() {
        List<Permission> known = asked.stream().map(Permission::parse).toList();
        Readings readings = new Readings(world);
        for (String user : world.users.keySet()) {
            List<Entitlement> entitlements = entitlements(policy.actor(user), known);
            for (String permission : asked) {
                for (Thing place : Stream.concat(Stream.of(Thing.INSTANCE), world.places().stream())
                        .toList()) {
                    check(
                            readings.says(entitlements, user, permission, place)
                                    == specification.may(user, permission, place),
                            "what may",
                            user,
                            permission,
                            place);
                }
            }
        }
    }

    private List<Entitlement> entitlements(Actor actor, List<Permission> known) {
        return Stream.concat(Stream.of(Thing.INSTANCE), world.places().stream())
                .flatMap(place -> Entitlement.at(policy.target(place), actor, known).stream())
                .map(Entitlement.InTurn::entitlement)
                .toList();
    }

    /** A preview is the difference between the decisions before and after. */
    void comparePreview(String role, Custom after) {
        World changed = world.copy();
        changed.roles.put(role, after);
        Specification then = new Specification(changed);
        RoleChange change = new RoleChange(policy.role(role), Translation.role(role, after));
        Readings readings = new Readings(world);
        for (String user : world.users.keySet()) {
            List<Effect> effects = change.effectOn(policy.actor(user), assignedToService(user));
            for (String permission : asked) {
                for (Thing thing : world.things()) {
                    int expected = (then.may(user, permission, thing) ? 1 : 0)
                            - (specification.may(user, permission, thing) ? 1 : 0);
                    if (!isApart(user, permission, thing)) {
                        check(
                                readings.change(effects, user, permission, thing) == expected,
                                "preview of " + role + " as " + after + ", " + effects,
                                user,
                                permission,
                                thing);
                    }
                }
            }
        }
    }

    /** Everyone sees themselves, and a service account its maker; owners are for owners: not as the instance says. */
    private boolean isApart(String user, String permission, Thing thing) {
        return thing.kind() == Thing.Kind.USER
                && (world.withMakers(user).contains(thing.name())
                        || (permission.matches("user:(update|delete)")
                                && world.account(thing.name()).role().equals("owner")));
    }

    private List<Target> assignedToService(String user) {
        return world.account(user).maker() == null
                ? List.of()
                : world.assignments.stream()
                        .filter(at -> world.withMakers(user).contains(at.user()))
                        .map(at -> policy.target(Thing.dataset(at.place())))
                        .toList();
    }
}

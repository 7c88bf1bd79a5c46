package dev.roster.domain.access.specification;

import dev.roster.domain.access.Decision;
import dev.roster.domain.access.Denial;
import dev.roster.domain.access.Holding;
import dev.roster.domain.access.Holding.Source;
import dev.roster.domain.access.Target;
import dev.roster.domain.access.specification.Specification.Way;
import dev.roster.domain.access.specification.Thing.Kind;
import dev.roster.domain.access.specification.World.Account;
import dev.roster.domain.access.specification.World.Data;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Whether what a decision says about its reason is so: that a ground is held and enough by itself, that what is missing is
 * missing and would help, and that the roles it names would do.
 */
final class Explanations {
    private final World world;
    private final Specification specification;

    Explanations(World world) {
        this.world = world;
        this.specification = new Specification(world);
    }

    /** What is wrong with the explanation; empty when nothing is. */
    String faultOf(Decision decision, String user, String permission, Thing thing) {
        Holding ground = decision.ground();
        if (ground != null) {
            return isTrue(ground, user, permission, thing) ? "" : "no such ground: " + decision.reason();
        }
        Denial denial = Objects.requireNonNull(decision.denial());
        if (!isTrue(denial.cause(), user, permission, thing)) {
            return "not the cause: " + denial.cause() + ", " + decision.reason();
        }
        if (thing.kind() == Kind.USER && world.withMakers(user).contains(thing.name())) {
            // A role that is given to one of them would change the thing that is asked about.
            return "";
        }
        List<String> would = Specification.PREDEFINED.stream()
                .filter(role -> wouldHelp(role, user, permission, thing))
                .toList();
        return denial.roles().equals(would) ? "" : "roles " + would + " would do: " + denial;
    }

    private boolean isTrue(Holding ground, String user, String permission, Thing thing) {
        if (ground.source() == Source.SELF) {
            return permission.equals("user:read") && thing.equals(Thing.user(user));
        }
        String place = ground.place().kind() == Target.Kind.INSTANCE
                ? ""
                : ground.place().label();
        Way way = new Way(
                ground.source().name().toLowerCase(Locale.ROOT),
                ground.role().name().value(),
                place);
        return specification.ways(user, thing).contains(way) && specification.gives(way, user, permission, thing);
    }

    private boolean isTrue(Denial.Cause cause, String user, String permission, Thing thing) {
        Account account = world.account(user);
        boolean own = specification.mayOnItsOwn(user, permission, thing);
        boolean owner = account.role().equals("owner");
        return switch (cause) {
            case NOT_ACTIVE -> !specification.isActive(user);
            case OTHER_KIND -> !Specification.isAskedOn(permission, thing.kind());
            case MAKER_LACKS_IT ->
                account.maker() != null && own && !specification.may(account.maker(), permission, thing);
            case OWNERS_ONLY ->
                !owner
                        && thing.kind() == Kind.USER
                        && world.account(thing.name()).role().equals("owner");
            case NOT_A_MEMBER ->
                isInPlaces(thing) && !own && reaching(user, thing).isEmpty();
            case ROLE_LACKS_IT -> !own && !couldOnOpenDataset(user, permission, thing);
            case RESTRICTED ->
                !own && world.data(thing.name()).restricted() && couldOnOpenDataset(user, permission, thing);
            case NOT_ASSIGNED -> !own && couldOnOpenDataset(user, permission, thing) && !isRestricted(thing);
            default -> false;
        };
    }

    private static boolean isInPlaces(Thing thing) {
        return thing.kind() == Kind.ORGANIZATION || thing.kind() == Kind.WORKSPACE || thing.kind() == Kind.DATASET;
    }

    private boolean isRestricted(Thing thing) {
        return thing.kind() == Kind.DATASET && world.data(thing.name()).restricted();
    }

    /** Roles around the thing that reach as far as it, whatever they hold. */
    private List<Way> reaching(String user, Thing thing) {
        return specification.ways(user, thing).stream()
                .filter(way -> !way.how().equals("account"))
                .filter(way -> thing.kind() == Kind.ORGANIZATION
                        || !world.organizations.contains(way.place())
                        || (way.how().equals("membership") && isReaching(way.role())))
                .toList();
    }

    private boolean isReaching(String role) {
        return role.equals("manager")
                || (world.roles.containsKey(role) && world.roles.get(role).reachesWorkspaces());
    }

    /** Whether it would be allowed if the dataset, or one in the place, were open to all and not restricted. */
    private boolean couldOnOpenDataset(String user, String permission, Thing thing) {
        if (!isInPlaces(thing) || !Specification.isAskedOn(permission, Kind.DATASET)) {
            return false;
        }
        World open = world.copy();
        switch (thing.kind()) {
            case DATASET ->
                open.datasets.put(
                        thing.name(), new Data(world.data(thing.name()).workspace(), true, false));
            case WORKSPACE -> open.datasets.put("an open one", new Data(thing.name(), true, false));
            default -> {
                open.workspaces.put("a workspace", thing.name());
                open.datasets.put("an open one", new Data("a workspace", true, false));
            }
        }
        Thing asked = thing.kind() == Kind.DATASET ? thing : Thing.dataset("an open one");
        return new Specification(open).mayOnItsOwn(user, permission, asked);
    }

    /** Whether the answer would be yes with that role for whoever lacks it, held around the thing. */
    private boolean wouldHelp(String role, String user, String permission, Thing thing) {
        List<String> lacking = specification.lacking(user, permission, thing);
        if (lacking.size() != 1) {
            return false;
        }
        String given = lacking.get(0);
        World changed = world.copy();
        if (role.equals("owner") || !isInPlaces(thing)) {
            Account before = world.account(given);
            changed.users.put(given, new Account(role, before.status(), before.maker()));
        } else {
            String place =
                    thing.kind() == Kind.ORGANIZATION ? thing.name() : Objects.requireNonNull(world.workspaceOf(thing));
            changed.memberships.put(new World.At(given, place), role);
        }
        return new Specification(changed).may(user, permission, thing);
    }
}

package dev.roster.domain.access.specification;

import dev.roster.domain.access.Entitlement;
import dev.roster.domain.access.Extent;
import dev.roster.domain.access.RoleChange.Effect;
import dev.roster.domain.access.Target;
import dev.roster.domain.access.specification.Thing.Kind;
import dev.roster.domain.access.specification.World.At;
import dev.roster.domain.access.specification.World.Data;
import dev.roster.domain.role.Permission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What lists and previews say about a single question, read as docs/roles.md says that they are to be read. */
public final class Readings {
    private final World world;

    public Readings(World world) {
        this.world = world;
    }

    /** Whether some entitlement of a user says yes, in an organization, workspace or dataset or on the instance. */
    public boolean says(List<Entitlement> entitlements, String user, String permission, Thing thing) {
        return Specification.isAskedOn(permission, thing.kind())
                && entitlements.stream().anyMatch(one -> says(one, user, permission, thing));
    }

    private boolean says(Entitlement entitlement, String user, String permission, Thing thing) {
        Thing place = thing(entitlement.place());
        boolean listed = isAmong(entitlement.permissions(), permission);
        if (place.equals(thing)) {
            return listed;
        }
        if (!spans(place, thing)) {
            return false;
        }
        if (thing.kind() == Kind.DATASET) {
            return onDataset(entitlement, listed, user, permission, thing);
        }
        return listed && (thing.kind() == Kind.ORGANIZATION || entitlement.inWorkspaces());
    }

    private boolean onDataset(Entitlement entitlement, boolean listed, String user, String permission, Thing dataset) {
        Data data = world.data(dataset.name());
        if (listed) {
            boolean inIts = entitlement.place().kind() == Target.Kind.WORKSPACE || entitlement.inWorkspaces();
            return inIts && (!data.restricted() || entitlement.onRestricted());
        }
        return isAmong(entitlement.onOpenDatasets(), permission)
                && !data.restricted()
                && (data.open() || isAssignedPerson(user, dataset));
    }

    private boolean isAssignedPerson(String user, Thing dataset) {
        return world.account(user).maker() == null && world.assignments.contains(new At(user, dataset.name()));
    }

    private static boolean isAmong(List<Permission> permissions, String permission) {
        return permissions.stream().anyMatch(one -> one.key().equals(permission));
    }

    /** What becomes of a decision: +1 where it is gained, -1 where it is lost, 0 where it stays. */
    public int change(List<Effect> effects, String user, String permission, Thing thing) {
        Thing place = placeOf(user, thing);
        List<Effect> rows = effects.stream()
                .filter(effect -> thing(effect.place()).equals(place))
                .filter(effect -> isAbout(effect.extent(), user, permission, place, thing))
                .toList();
        boolean gained = rows.stream().anyMatch(effect -> isAmong(effect.gained(), permission));
        boolean lost = rows.stream().anyMatch(effect -> isAmong(effect.lost(), permission));
        return (gained ? 1 : 0) - (lost ? 1 : 0);
    }

    /** The narrowest place around a thing in which somebody, or whoever made them, holds a role; or the instance. */
    private Thing placeOf(String user, Thing thing) {
        return narrowestFirst(thing)
                .filter(place -> world.withMakers(user).stream().anyMatch(one -> holds(one, user, place)))
                .findFirst()
                .orElse(Thing.INSTANCE);
    }

    private Stream<Thing> narrowestFirst(Thing thing) {
        List<Thing> places = new ArrayList<>();
        if (thing.kind() == Kind.DATASET) {
            places.add(thing);
        }
        Optional.ofNullable(world.workspaceOf(thing)).map(Thing::workspace).ifPresent(places::add);
        Optional.ofNullable(world.organizationOf(thing))
                .map(Thing::organization)
                .ifPresent(places::add);
        return places.stream();
    }

    private boolean holds(String one, String user, Thing place) {
        At at = new At(one, place.name());
        boolean service = world.account(user).maker() != null;
        return world.memberships.containsKey(at)
                || world.grants.containsKey(at)
                || (service && world.assignments.contains(at));
    }

    private boolean isAbout(Extent extent, String user, String permission, Thing place, Thing thing) {
        boolean restricted = thing.kind() == Kind.DATASET
                && !place.equals(thing)
                && world.data(thing.name()).restricted();
        if (restricted || !Specification.isAskedOn(permission, thing.kind())) {
            return false;
        }
        boolean organization = thing.kind() == Kind.ORGANIZATION && Specification.isAboutOrganizations(permission);
        return switch (extent) {
            case WHOLE -> true;
            case ORGANIZATION -> organization;
            case WORKSPACES -> !organization;
            case OPEN_DATASETS -> isOpen(user, thing);
            case ALL_BUT_OPEN_DATASETS -> !organization && !isOpen(user, thing);
        };
    }

    private boolean isOpen(String user, Thing thing) {
        return thing.kind() == Kind.DATASET && (world.data(thing.name()).open() || isAssignedPerson(user, thing));
    }

    private boolean spans(Thing place, Thing thing) {
        return place.kind() == Kind.INSTANCE
                || (place.kind() == Kind.ORGANIZATION && place.name().equals(world.organizationOf(thing)))
                || (place.kind() == Kind.WORKSPACE && place.name().equals(world.workspaceOf(thing)));
    }

    private static Thing thing(Target place) {
        return place.kind() == Target.Kind.INSTANCE
                ? Thing.INSTANCE
                : new Thing(Kind.valueOf(place.kind().name()), place.label());
    }
}

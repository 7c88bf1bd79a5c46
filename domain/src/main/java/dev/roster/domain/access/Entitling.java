package dev.roster.domain.access;

import dev.roster.domain.dataset.DatasetAccess;
import dev.roster.domain.role.Permission;
import dev.roster.domain.role.Role;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Finds out what one role gives an actor in a place, by asking for each permission on the place itself and on any
 * workspace and dataset in it.
 */
final class Entitling {
    /** How far into the place something reaches. A person's role reaches as far with all that it gives. */
    private enum Way {
        TO_RESTRICTED_IN_WORKSPACES(0, true, true),
        IN_WORKSPACES(1, true, false),
        TO_RESTRICTED(2, false, true),
        PLAINLY(3, false, false);

        /** Its place in the order of entitlements, which pages rely on. */
        private final int turn;

        private final boolean inWorkspaces;
        private final boolean onRestricted;

        Way(int turn, boolean inWorkspaces, boolean onRestricted) {
            this.turn = turn;
            this.inWorkspaces = inWorkspaces;
            this.onRestricted = onRestricted;
        }

        static Way of(boolean inWorkspaces, boolean onRestricted) {
            return Stream.of(values())
                    .filter(way -> way.inWorkspaces == inWorkspaces && way.onRestricted == onRestricted)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private final Actor actor;
    private final Holding held;
    private final Target place;
    private final Target workspace;
    private final Target open;
    private final Target restricted;
    private final boolean hasWorkspaces;
    private final boolean hasDatasets;

    Entitling(Actor actor, Holding held, Target place) {
        this.actor = actor;
        this.held = held;
        this.place = place;
        this.workspace = Target.someWorkspaceIn(place);
        this.open = Target.someDatasetIn(place, DatasetAccess.WORKSPACE, false);
        this.restricted = Target.someDatasetIn(place, DatasetAccess.ASSIGNED, true);
        this.hasDatasets = place.kind() != Target.Kind.DATASET;
        this.hasWorkspaces = hasDatasets && place.kind() != Target.Kind.WORKSPACE;
    }

    List<Entitlement.InTurn> of(List<Permission> known) {
        Map<Way, List<Permission>> whole = new EnumMap<>(Way.class);
        Map<Way, List<Permission>> onOpen = new EnumMap<>(Way.class);
        if (held.place().equals(place)) {
            whole.put(usual(), new ArrayList<>());
        }
        for (Permission permission : known) {
            if (isSaidAbove(permission)) {
                continue;
            }
            if (isGiven(permission, place)) {
                listed(whole, way(permission)).add(permission);
            } else if (hasDatasets && isGiven(permission, open)) {
                listed(onOpen, Way.of(hasWorkspaces, usual().onRestricted)).add(permission);
            }
        }
        return Stream.of(Way.values())
                .filter(way -> whole.containsKey(way) || onOpen.containsKey(way))
                .map(way -> entitlement(way, listed(whole, way), listed(onOpen, way)))
                .toList();
    }

    private static List<Permission> listed(Map<Way, List<Permission>> lists, Way way) {
        return lists.computeIfAbsent(way, unseen -> new ArrayList<>());
    }

    private Entitlement.InTurn entitlement(Way way, List<Permission> whole, List<Permission> onOpen) {
        return new Entitlement.InTurn(
                Entitlement.turn(held, way.turn),
                new Entitlement(held, place, whole, onOpen, way.inWorkspaces, way.onRestricted));
    }

    private boolean isGiven(Permission permission, Target target) {
        return AccessPolicy.isGround(held, actor, permission, target);
    }

    /** How far the role reaches with what is about neither workspaces nor datasets, and a person's with all. */
    private Way usual() {
        Role role = held.role();
        return switch (place.kind()) {
            case INSTANCE, USER, ROLE -> Way.of(true, role.isOwner());
            case ORGANIZATION -> Way.of(held.reachesBelow(), held.reachesBelow() && role.isManagerOrOwner());
            case WORKSPACE -> Way.of(false, role.isManagerOrOwner());
            case DATASET -> Way.PLAINLY;
        };
    }

    private Way way(Permission permission) {
        boolean aboutWorkspaces = hasWorkspaces && Target.Kind.WORKSPACE.takes(permission);
        boolean aboutDatasets = hasDatasets && Target.Kind.DATASET.takes(permission);
        return Way.of(
                aboutWorkspaces ? isGiven(permission, workspace) : usual().inWorkspaces,
                aboutDatasets ? isGiven(permission, restricted) : usual().onRestricted);
    }

    /** Whether the entitlement of the place where the role is held says it of all such places. */
    private boolean isSaidAbove(Permission permission) {
        return !held.place().equals(place) && isGiven(permission, anyLikeIt());
    }

    private Target anyLikeIt() {
        return switch (place.kind()) {
            case INSTANCE, USER, ROLE, ORGANIZATION -> held.place();
            case WORKSPACE -> Target.someWorkspaceIn(held.place());
            case DATASET -> Target.someDatasetIn(held.place(), DatasetAccess.ASSIGNED, true);
        };
    }
}

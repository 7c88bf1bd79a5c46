package dev.roster.domain.access;

import dev.roster.domain.dataset.DatasetAccess;
import dev.roster.domain.role.Permission;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What decisions say about somebody in a place, now and after a change: on the place itself, and on any workspace and any
 * dataset in it.
 */
final class Effects {
    private enum Change {
        NONE,
        GAIN,
        LOSS
    }

    private final Actor now;
    private final Actor then;
    private final Target place;
    private final Target workspace;
    private final Target open;

    Effects(Actor now, Actor then, Target place) {
        this.now = now;
        this.then = then;
        this.place = place;
        this.workspace = Target.someWorkspaceIn(place);
        this.open = Target.someDatasetIn(place, DatasetAccess.WORKSPACE, false);
    }

    List<RoleChange.Effect> of(List<Permission> touched) {
        Map<Extent, Map<Change, List<Permission>>> found = new EnumMap<>(Extent.class);
        for (Permission permission : touched) {
            merged(changes(permission))
                    .forEach((extent, change) -> found.computeIfAbsent(extent, unseen -> new EnumMap<>(Change.class))
                            .computeIfAbsent(change, unseen -> new ArrayList<>())
                            .add(permission));
        }
        found.values().removeIf(changes -> changes.keySet().equals(Set.of(Change.NONE)));
        return found.entrySet().stream()
                .map(entry -> effect(entry.getKey(), entry.getValue()))
                .toList();
    }

    private RoleChange.Effect effect(Extent extent, Map<Change, List<Permission>> changes) {
        return new RoleChange.Effect(
                place,
                extent,
                changes.getOrDefault(Change.GAIN, List.of()),
                changes.getOrDefault(Change.LOSS, List.of()));
    }

    /** What changes in each part of the place that the permission is about. */
    private Map<Extent, Change> changes(Permission permission) {
        Map<Extent, Change> changes = new EnumMap<>(Extent.class);
        boolean inOrganization = place.kind() == Target.Kind.ORGANIZATION;
        boolean inWorkspace = place.kind() == Target.Kind.WORKSPACE;
        if (inOrganization && permission.scope().isAboutOrganizations()) {
            changes.put(Extent.ORGANIZATION, change(permission, place));
        }
        if (!inOrganization || permission.scope().isAskedOnWorkspaces()) {
            changes.put(Extent.ALL_BUT_OPEN_DATASETS, change(permission, inOrganization ? workspace : place));
        }
        if ((inOrganization || inWorkspace) && permission.scope().isAboutDatasets()) {
            changes.put(Extent.OPEN_DATASETS, change(permission, open));
        }
        return changes;
    }

    private Change change(Permission permission, Target target) {
        boolean before = AccessPolicy.allows(now, permission, target);
        boolean after = AccessPolicy.allows(then, permission, target);
        if (before == after) {
            return Change.NONE;
        }
        return after ? Change.GAIN : Change.LOSS;
    }

    /** Says what is the same in several parts once. */
    private static Map<Extent, Change> merged(Map<Extent, Change> changes) {
        if (Set.copyOf(changes.values()).size() <= 1) {
            return changes.isEmpty()
                    ? changes
                    : Map.of(Extent.WHOLE, changes.values().iterator().next());
        }
        Change organization = changes.get(Extent.ORGANIZATION);
        Change rest = changes.get(Extent.ALL_BUT_OPEN_DATASETS);
        return organization != null && rest != null && changes.getOrDefault(Extent.OPEN_DATASETS, rest) == rest
                ? Map.of(Extent.ORGANIZATION, organization, Extent.WORKSPACES, rest)
                : changes;
    }
}

package dev.roster.http.console;

import dev.roster.application.access.Caller;
import dev.roster.application.role.ListPermissions;
import dev.roster.application.role.ListPermissions.Listed;
import dev.roster.domain.role.Permission;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.Reach;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RosterPermission;
import dev.roster.http.console.view.RolesView;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** All permissions that there are, sorted by what they are about, and how far roles reach with each. */
final class Catalogue {
    private final ListPermissions listPermissions;

    @Inject
    Catalogue(ListPermissions listPermissions) {
        this.listPermissions = listPermissions;
    }

    /** @param custom the roles whose columns follow those of the predefined ones */
    List<RolesView.Group> groups(Caller caller, List<Role> custom) {
        return grouped(listPermissions.handle(caller).stream()
                .map(listed -> new Drawn(listed.permission(), row(listed, reaches(listed, custom))))
                .toList());
    }

    /** The same without how far anybody reaches. */
    List<RolesView.Group> groups(Caller caller) {
        return grouped(listPermissions.handle(caller).stream()
                .map(listed -> new Drawn(listed.permission(), row(listed, List.of())))
                .toList());
    }

    private record Drawn(Permission permission, RolesView.Row row) {}

    private static List<RolesView.Group> grouped(List<Drawn> rows) {
        Map<String, List<RolesView.Row>> groups = new LinkedHashMap<>();
        rows.forEach(drawn -> groups.computeIfAbsent(group(drawn.permission()), first -> new ArrayList<>())
                .add(drawn.row()));
        return groups.entrySet().stream()
                .map(group -> new RolesView.Group(
                        group.getKey().isEmpty() ? null : "permission-group." + group.getKey(), group.getValue()))
                .toList();
    }

    /** What stands before the colon; nothing for those that applications registered. */
    private static String group(Permission permission) {
        String key = permission.key();
        return permission instanceof RosterPermission ? key.substring(0, key.indexOf(':')) : "";
    }

    private static RolesView.Row row(Listed listed, List<String> reaches) {
        return new RolesView.Row(
                Permissions.shown(listed.permission()),
                listed.description(),
                listed.permission().scope().isAboutDatasets(),
                reaches);
    }

    private static List<String> reaches(Listed listed, List<Role> custom) {
        List<String> reaches = new ArrayList<>();
        for (PredefinedRole role : PredefinedRole.values()) {
            reaches.add(word(listed.reach().getOrDefault(role, Reach.NOWHERE)));
        }
        custom.forEach(role -> reaches.add(word(role.reachOf(listed.permission()))));
        return reaches;
    }

    private static String word(Reach reach) {
        return reach.name().toLowerCase(Locale.ROOT);
    }
}

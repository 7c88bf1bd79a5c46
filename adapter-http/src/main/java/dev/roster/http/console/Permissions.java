package dev.roster.http.console;

import dev.roster.application.port.ShownSecrets;
import dev.roster.domain.access.RoleChange;
import dev.roster.domain.access.Target;
import dev.roster.domain.role.Permission;
import dev.roster.domain.role.RosterPermission;
import dev.roster.http.console.view.EffectView;
import dev.roster.http.console.view.PermissionView;
import java.util.List;
import java.util.Set;

/** Permissions as pages show them. */
final class Permissions {
    private Permissions() {}

    static PermissionView shown(Permission permission) {
        boolean own = permission instanceof RosterPermission;
        return new PermissionView(
                permission.key(), own ? "permission." + permission.key().replace(':', '-') : null);
    }

    static List<PermissionView> shown(List<? extends Permission> permissions) {
        return permissions.stream().map(Permissions::shown).toList();
    }

    /** The words for what ends with a role, in the order of the kinds. */
    static List<String> ending(Set<ShownSecrets.Kind> kinds) {
        return kinds.stream().sorted().map(ShownSecrets.Kind::word).toList();
    }

    static EffectView shown(RoleChange.Effect effect) {
        return new EffectView(
                "place." + effect.place().kind().word(),
                effect.place().kind() == Target.Kind.INSTANCE
                        ? ""
                        : effect.place().label(),
                "extent." + effect.extent().word(),
                shown(effect.gained()),
                shown(effect.lost()));
    }
}

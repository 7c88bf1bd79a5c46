package dev.roster.http.api;

import dev.roster.domain.access.RoleChange;
import dev.roster.domain.role.Permission;
import java.util.List;

/** What a user would gain and lose in a place. */
record EffectJson(PlaceJson place, String extent, List<String> gained, List<String> lost) {
    static EffectJson of(RoleChange.Effect effect) {
        return new EffectJson(
                PlaceJson.of(effect.place()), effect.extent().word(), keys(effect.gained()), keys(effect.lost()));
    }

    private static List<String> keys(List<Permission> permissions) {
        return permissions.stream().map(Permission::key).toList();
    }
}

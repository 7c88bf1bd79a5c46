package dev.roster.http.console.view;

import java.util.List;

/**
 * What a change brings in one place.
 *
 * @param place what the place is called
 * @param kind the key of what it is
 * @param extent the key of the part of it that is meant
 */
public record EffectView(
        String kind, String place, String extent, List<PermissionView> gained, List<PermissionView> lost) {
    public EffectView {
        gained = List.copyOf(gained);
        lost = List.copyOf(lost);
    }
}

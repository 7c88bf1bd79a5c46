package dev.roster.application.access;

import dev.roster.application.port.ShownSecrets;
import dev.roster.domain.access.RoleChange;
import dev.roster.domain.role.RoleRef;
import dev.roster.domain.user.User;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What another role would mean for a user.
 *
 * @param before null where the account role counts
 * @param after likewise
 * @param effects place by place; empty where nothing changes. Places whose names the caller may not read come with their id
 *     instead
 * @param ends what of the user's ends because another person knows it and could no longer take the account over
 */
public record RolePreview(
        User user,
        @Nullable RoleRef before,
        @Nullable RoleRef after,
        List<RoleChange.Effect> effects,
        Set<ShownSecrets.Kind> ends) {
    public RolePreview {
        effects = List.copyOf(effects);
        ends = Set.copyOf(ends);
    }
}

package dev.roster.application.access;

import dev.roster.domain.access.RoleChange;
import dev.roster.domain.role.RoleRef;
import dev.roster.domain.user.User;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What another role would mean for a user.
 *
 * @param before null where the account role counts
 * @param after likewise
 * @param effects place by place; empty where nothing changes. Places whose names the caller may not read come with their id
 *     instead
 */
public record RolePreview(
        User user, @Nullable RoleRef before, @Nullable RoleRef after, List<RoleChange.Effect> effects) {
    public RolePreview {
        effects = List.copyOf(effects);
    }
}

package dev.roster.application.port;

import dev.roster.domain.role.RoleId;
import dev.roster.domain.user.UserKind;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.workspace.WorkspaceId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which users. Each condition narrows; a null or empty one does not. Deleted users show only where asked for by status.
 *
 * @param text part of the username or the e-mail, without regard to case
 */
public record UserFilter(
        @Nullable String text,
        Set<UserStatus> statuses,
        @Nullable RoleId role,
        @Nullable UserKind kind,
        @Nullable WorkspaceId workspace) {

    public UserFilter {
        statuses = Set.copyOf(statuses);
    }

    public static UserFilter all() {
        return new UserFilter(null, Set.of(), null, null, null);
    }

    public UserFilter withText(@Nullable String part) {
        return new UserFilter(part, statuses, role, kind, workspace);
    }

    public UserFilter withStatuses(Set<UserStatus> wanted) {
        return new UserFilter(text, wanted, role, kind, workspace);
    }

    public UserFilter withRole(@Nullable RoleId wanted) {
        return new UserFilter(text, statuses, wanted, kind, workspace);
    }

    public UserFilter withKind(@Nullable UserKind wanted) {
        return new UserFilter(text, statuses, role, wanted, workspace);
    }

    public UserFilter withWorkspace(@Nullable WorkspaceId wanted) {
        return new UserFilter(text, statuses, role, kind, wanted);
    }
}

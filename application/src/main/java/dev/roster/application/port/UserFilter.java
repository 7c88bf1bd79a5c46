package dev.roster.application.port;

import dev.roster.domain.role.RoleId;
import dev.roster.domain.user.UserKind;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.workspace.WorkspaceId;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which users. Each condition narrows; a null or empty one does not. Deleted users show only where asked for by status.
 *
 * @param text part of the username or the e-mail, without regard to case
 */
@RecordBuilder
public record UserFilter(
        @Nullable String text,
        Set<UserStatus> statuses,
        @Nullable RoleId role,
        @Nullable UserKind kind,
        @Nullable WorkspaceId workspace)
        implements UserFilterBuilder.With {

    public UserFilter {
        statuses = Set.copyOf(statuses);
    }

    public static UserFilter all() {
        return UserFilterBuilder.builder().statuses(Set.of()).build();
    }
}

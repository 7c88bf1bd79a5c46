package dev.roster.application.port;

import dev.roster.domain.role.RoleId;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserKind;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.workspace.WorkspaceId;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which users. Each condition filters; a null or empty one does not. Deleted users are included only if asked for by status.
 *
 * @param text part of the username, the e-mail, the display name, or of first and last name, regardless of case
 * @param unseenSince not seen in that second or after it; see {@link UserOrder#seenAt}
 * @param maker only service accounts that this user created
 * @param order of the list; a count does not ask for it
 */
@RecordBuilder
public record UserFilter(
        @Nullable String text,
        Set<UserStatus> statuses,
        @Nullable RoleId role,
        @Nullable UserKind kind,
        @Nullable WorkspaceId workspace,
        @Nullable Instant unseenSince,
        @Nullable UserId maker,
        UserOrder order)
        implements UserFilterBuilder.With {

    public UserFilter {
        statuses = Set.copyOf(statuses);
        Objects.requireNonNull(order, "order");
    }

    /** All users, oldest first. */
    public static UserFilter all() {
        return UserFilterBuilder.builder()
                .statuses(Set.of())
                .order(UserOrder.OLDEST)
                .build();
    }
}

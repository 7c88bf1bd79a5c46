package dev.roster.domain.membership;

import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.RoleId;
import dev.roster.domain.role.RoleRef;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a member of an organization is, for interfaces that show one role for each: that of the membership, else that in the one
 * workspace of the organization, else an account role that is more than what everyone has.
 *
 * @param role what a {@link Kind#HOLDER} holds, otherwise null
 */
public record MemberStanding(Kind kind, @Nullable RoleRef role) {
    /** The first that applies. */
    public enum Kind {
        /** The account is deactivated. */
        DEACTIVATED,
        /** An owner of the instance, whatever they hold in the organization. */
        OWNER,
        /** The account is not in use yet, or no longer, or holds nothing in the organization. */
        NONE,
        HOLDER
    }

    /**
     * @param within the membership of the workspace, or null for a user who is no member of it
     * @param owners the account role of owners
     */
    public static MemberStanding of(
            User user, Membership own, @Nullable Membership within, RoleId owners, Instant now) {
        RoleRef held = held(user, own, within);
        if (user.status() == UserStatus.DEACTIVATED) {
            return new MemberStanding(Kind.DEACTIVATED, null);
        }
        if (owners.equals(user.role().id())) {
            return new MemberStanding(Kind.OWNER, null);
        }
        return held == null || !user.isActiveAt(now)
                ? new MemberStanding(Kind.NONE, null)
                : new MemberStanding(Kind.HOLDER, held);
    }

    private static @Nullable RoleRef held(User user, Membership own, @Nullable Membership within) {
        if (own.role() != null) {
            return own.role();
        }
        if (within != null) {
            return within.role() == null ? user.role() : within.role();
        }
        return PredefinedRole.ANNOTATOR.id().equals(user.role().id()) ? null : user.role();
    }
}

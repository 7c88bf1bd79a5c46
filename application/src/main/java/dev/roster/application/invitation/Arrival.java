package dev.roster.application.invitation;

import dev.roster.application.access.Origin;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.user.User;
import org.jspecify.annotations.Nullable;

/**
 * What a door does for everyone who comes into an organization by themselves, through whatever door: it is asked in the
 * transaction that lets them in, and a failure of it lets nobody in.
 */
public interface Arrival {
    /**
     * @param user who is a member by now, without a role of the membership's own
     * @param said what was said when they signed up, by whatever door; null for nothing
     */
    void arrived(OrganizationId organization, User user, @Nullable String said, Origin origin);
}

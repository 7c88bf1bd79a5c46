package dev.roster.application.invitation;

import dev.roster.application.access.Origin;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.user.User;
import org.jspecify.annotations.Nullable;

/**
 * What an interface does for every user who signs up to an organization, through any interface. It is called in the
 * transaction that adds the user, which fails with it.
 */
public interface Arrival {
    /**
     * @param user who is a member by now, without a role of the membership's own
     * @param said what was said when they signed up, by whatever door; null for nothing
     */
    void arrived(OrganizationId organization, User user, @Nullable String said, Origin origin);
}

package dev.roster.application.port;

import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.organization.OrganizationMembership;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import java.util.Optional;

/** Who belongs to which organization. */
public interface OrganizationMemberships {
    /** A member and the membership. */
    record Member(User user, OrganizationMembership membership) {}

    /** Returns the membership with its number; empty, and changes nothing, when there was one already. */
    Optional<OrganizationMembership> add(OrganizationMembership membership);

    Optional<OrganizationMembership> find(OrganizationId organization, UserId user);

    /** Stores the membership's role. Returns false when there is no such membership. */
    boolean update(OrganizationMembership membership);

    /** Returns false, and changes nothing, when there was no such membership. */
    boolean remove(OrganizationId organization, UserId user);

    void removeAllOf(UserId user);

    /** In order of joining; the page's numbers are the memberships'. */
    Page<Member> members(OrganizationId organization, PageRequest page);
}

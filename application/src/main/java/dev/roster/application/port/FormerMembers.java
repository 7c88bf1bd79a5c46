package dev.roster.application.port;

import dev.roster.application.paging.CountedPage;
import dev.roster.application.paging.NumberedQuery;
import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.domain.membership.FormerMembership;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import java.util.Optional;
import java.util.Set;

/**
 * The former members of an organization. No user is both a member and a former member: adding a user again removes the
 * record. The records are deleted together with the organization.
 */
public interface FormerMembers {
    /** A user who left, and the membership that they had. */
    record Former(User user, FormerMembership membership) {}

    /**
     * Returns it with its number; empty, and changes nothing, when it is remembered already that the user left, and when
     * they are a member.
     */
    Optional<FormerMembership> add(FormerMembership former);

    /** Those of the users who left the organization, at most {@link PageRequest#MOST} at a time. */
    Set<UserId> formerOf(OrganizationId organization, Set<UserId> users);

    /** Does nothing for those who did not leave; at most {@link PageRequest#MOST} at a time. */
    void forget(OrganizationId organization, Set<UserId> users);

    /** Forgets of the user which organizations they left. */
    void removeAllOf(UserId user);

    /** In order of leaving; the page's numbers are the former memberships'. */
    Page<Former> list(OrganizationId organization, PageRequest page);

    /** A numbered page of the people among them, in order of leaving, and how many people there are. */
    CountedPage<Former> people(OrganizationId organization, NumberedQuery query);

    /** The one of them whose user has that number; empty also for a service account. */
    Optional<Former> findPerson(OrganizationId organization, long number);
}

package dev.roster.application.port;

import dev.roster.application.paging.CountedPage;
import dev.roster.application.paging.NumberedQuery;
import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.domain.membership.MemberStanding;
import dev.roster.domain.membership.Membership;
import dev.roster.domain.membership.Place;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.role.RoleId;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserKind;
import dev.roster.domain.workspace.Workspace;
import dev.roster.domain.workspace.WorkspaceId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who belongs to which organization and which workspace. */
public interface Memberships {
    /** A member and the membership. */
    record Member(User user, Membership membership) {}

    /** How numbered pages of members are ordered. */
    enum Order {
        /** By username regardless of case, then by the number of the user. */
        USERNAME,
        /** By the number of the user, which is the order in which the accounts were created. */
        NUMBER
    }

    /** A workspace and a user's membership of it. */
    record Joined(Workspace workspace, Membership membership) {}

    /**
     * Which people of an organization; a null condition does not filter.
     *
     * @param text as in {@link UserFilter}
     */
    record PeopleFilter(@Nullable String text, @Nullable Standings standings) {}

    /**
     * What people are in an organization, by {@link MemberStanding}: one of the kinds, or holders of one of the roles.
     *
     * @param within the workspace in which they may hold a role; null for none
     * @param now the time at which accounts are in use
     */
    record Standings(
            Set<MemberStanding.Kind> kinds,
            Set<RoleId> roles,
            @Nullable WorkspaceId within,
            Instant now) {
        public Standings {
            kinds = Set.copyOf(kinds);
            roles = Set.copyOf(roles);
        }
    }

    /** Returns the membership with its number; empty, and changes nothing, when there was one already. */
    Optional<Membership> add(Membership membership);

    Optional<Membership> find(Place place, UserId user);

    /** The same for many users at once: a membership for each of them who is a member. */
    Map<UserId, Membership> findAll(Place place, Set<UserId> users);

    /** Stores the membership's role. Returns false when there is no such membership. */
    boolean update(Membership membership);

    /**
     * Returns false, and changes nothing, when there was no such membership. Those of the workspaces in an organization
     * stay.
     */
    boolean remove(Place place, UserId user);

    /** Takes the user out of every organization and every workspace. */
    void removeAllOf(UserId user);

    /** Takes the user out of every workspace of the organization, and not out of the organization. */
    void removeAllOf(UserId user, OrganizationId organization);

    /** In order of joining; the page's numbers are the memberships'. */
    Page<Member> members(Place place, PageRequest page);

    /**
     * A numbered page of the members, and how many there are. It costs what comes before the page, and the count, in an
     * index.
     *
     * @param kinds which accounts; empty for all
     */
    CountedPage<Member> members(Place place, Set<UserKind> kinds, Order order, NumberedQuery query);

    /**
     * A numbered page of the people who are members and pass the filter, and how many do: service accounts are left out. By
     * username, regardless of case. A count of many reads all members.
     */
    CountedPage<User> people(OrganizationId organization, PeopleFilter filter, NumberedQuery query);

    /** The workspaces a user is in, in order of joining; the page's numbers are the memberships'. */
    Page<Joined> workspacesOf(UserId user, PageRequest page);

    /** The same for many users at once: a list for each user that is in any workspace. */
    Map<UserId, List<Workspace>> workspacesOf(Set<UserId> users);
}

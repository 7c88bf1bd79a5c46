package dev.roster.application.membership;

import dev.roster.application.access.Caller;
import dev.roster.application.paging.Pages;
import dev.roster.application.port.Assignments;
import dev.roster.application.port.FormerMembers;
import dev.roster.application.port.Grants;
import dev.roster.application.port.Memberships;
import dev.roster.application.port.Users;
import dev.roster.application.work.Changes;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.membership.FormerMembership;
import dev.roster.domain.membership.Membership;
import dev.roster.domain.membership.Place;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.workspace.Workspace;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Takes a user out of a workspace, or out of an organization and all its workspaces, with their assignments and grants
 * there. What they contributed stays, and so does the memory that they were in the organization: they do not come back by
 * way of its workspaces.
 */
public final class RemoveMember {
    /** Who is to leave what. */
    public record Command(Place place, UserId user) {}

    private final UnitOfWork work;
    private final Places places;
    private final Users users;
    private final Memberships memberships;
    private final Assignments assignments;
    private final Grants grants;
    private final FormerMembers formers;

    @Inject
    RemoveMember(
            UnitOfWork work,
            Places places,
            Users users,
            Memberships memberships,
            Assignments assignments,
            Grants grants,
            FormerMembers formers) {
        this.work = work;
        this.places = places;
        this.users = users;
        this.memberships = memberships;
        this.assignments = assignments;
        this.grants = grants;
        this.formers = formers;
    }

    /**
     * Returns the user who left. Being no member is told before the permission is asked, as there is nothing to remove.
     *
     * @throws RefusedException NOT_FOUND naming {@code organization}, {@code workspace} or {@code member}
     */
    public User handle(Caller caller, Command command) {
        return work.inTransaction(() -> {
            Place place = command.place();
            Target target = places.get(place);
            Membership membership = memberships
                    .find(place, command.user())
                    .orElseThrow(() -> RefusedException.notFound("member", command.user()));
            User user = users.get(membership.user());
            work.guard().require(caller, RosterPermission.MEMBER_REMOVE, target);
            work.guard().requireToTakeFrom(caller, RosterPermission.MEMBER_REMOVE, user);
            if (place instanceof Place.OfOrganization above) {
                leaveOrganization(caller, above.organization(), membership);
            } else {
                leave(membership);
            }
            work.journal()
                    .write(
                            caller,
                            Places.action(place, "remove"),
                            target,
                            Changes.none().removeUser(user));
            return user;
        });
    }

    private void leaveOrganization(Caller caller, OrganizationId organization, Membership membership) {
        leaveWorkspaces(caller, organization, membership.user());
        leave(membership);
        formers.add(new FormerMembership(0, organization, membership.user(), membership.joinedAt(), work.now()));
    }

    private void leave(Membership membership) {
        assignments.removeAllOf(membership.user(), membership.place());
        grants.removeAllOf(membership.user(), membership.place());
        memberships.remove(membership.place(), membership.user());
    }

    /**
     * Takes being allowed to remove the user from each workspace that they leave too: a role that reaches the organization
     * alone throws nobody out of its workspaces.
     */
    private void leaveWorkspaces(Caller caller, OrganizationId organization, UserId user) {
        placesIn(organization, user)
                .forEach(place -> work.guard().require(caller, RosterPermission.MEMBER_REMOVE, place));
        memberships.removeAllOf(user, organization);
    }

    /** The workspaces of the organization where the user is a member or holds a grant. */
    private Stream<Target> placesIn(OrganizationId organization, UserId user) {
        Stream<Workspace> joined = memberships.workspacesOf(Set.of(user)).getOrDefault(user, List.of()).stream();
        return Stream.concat(joined, grantedTo(user).stream())
                .distinct()
                .filter(workspace -> workspace.organization().equals(organization))
                .map(Target::of);
    }

    /** All of them, however many: nobody leaves a place that was not asked about. */
    private List<Workspace> grantedTo(UserId user) {
        Grants.Filter filter = Grants.Filter.all().withUser(user);
        return Pages.all(page -> grants.list(filter, page).map(Grants.Granted::workspace));
    }
}

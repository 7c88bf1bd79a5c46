package dev.roster.application.membership;

import dev.roster.application.access.Caller;
import dev.roster.application.paging.Pages;
import dev.roster.application.port.Grants;
import dev.roster.application.port.Memberships;
import dev.roster.application.port.Users;
import dev.roster.application.work.Changes;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
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
 * Removes a user from a workspace, or from an organization and all its workspaces, with their assignments and grants there.
 * Contributions stay, and so does the record that they were in the organization: they cannot come back through its
 * workspaces.
 */
public final class RemoveMember {
    /** Who is to leave what. */
    public record Command(Place place, UserId user) {}

    private final UnitOfWork work;
    private final Places places;
    private final Users users;
    private final Memberships memberships;
    private final Grants grants;
    private final Departure departure;

    @Inject
    RemoveMember(
            UnitOfWork work, Places places, Users users, Memberships memberships, Grants grants, Departure departure) {
        this.work = work;
        this.places = places;
        this.users = users;
        this.memberships = memberships;
        this.grants = grants;
        this.departure = departure;
    }

    /**
     * Returns the user who left. That a user is not a member is reported before the permission is checked, as there is
     * nothing to remove.
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
                requireInWorkspaces(caller, above.organization(), user.id());
            }
            departure.leave(membership);
            work.journal()
                    .write(
                            caller,
                            Places.action(place, "remove"),
                            target,
                            Changes.none().removeUser(user));
            return user;
        });
    }

    /**
     * Takes being allowed to remove the user from each workspace that they leave too: a role that reaches the organization
     * alone throws nobody out of its workspaces.
     */
    private void requireInWorkspaces(Caller caller, OrganizationId organization, UserId user) {
        placesIn(organization, user)
                .forEach(place -> work.guard().require(caller, RosterPermission.MEMBER_REMOVE, place));
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

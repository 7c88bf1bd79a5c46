package dev.roster.application.organization;

import dev.roster.application.access.AccessGuard;
import dev.roster.application.access.Caller;
import dev.roster.application.port.Assignments;
import dev.roster.application.port.Grants;
import dev.roster.application.port.Memberships;
import dev.roster.application.port.OrganizationMemberships;
import dev.roster.application.port.Organizations;
import dev.roster.application.port.Page;
import dev.roster.application.port.PageRequest;
import dev.roster.application.port.Transactions;
import dev.roster.application.port.Users;
import dev.roster.application.work.Changes;
import dev.roster.application.work.Journal;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.workspace.Workspace;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes a user out of an organization and all its workspaces, with their grants and assignments there. */
public final class RemoveOrganizationMember {
    /** Who is to leave what. */
    public record Command(OrganizationId organization, UserId user) {}

    private final Transactions transactions;
    private final AccessGuard guard;
    private final Organizations organizations;
    private final Users users;
    private final OrganizationMemberships organizationMemberships;
    private final Memberships memberships;
    private final Assignments assignments;
    private final Grants grants;
    private final Journal journal;

    @Inject
    RemoveOrganizationMember(
            Transactions transactions,
            AccessGuard guard,
            Organizations organizations,
            Users users,
            OrganizationMemberships organizationMemberships,
            Memberships memberships,
            Assignments assignments,
            Grants grants,
            Journal journal) {
        this.transactions = transactions;
        this.guard = guard;
        this.organizations = organizations;
        this.users = users;
        this.organizationMemberships = organizationMemberships;
        this.memberships = memberships;
        this.assignments = assignments;
        this.grants = grants;
        this.journal = journal;
    }

    /**
     * Returns the user who left. Takes being allowed to remove them from each workspace that they leave too: a role that
     * reaches the organization alone throws nobody out of its workspaces. Being no member is told before the permission is asked, as there is nothing to remove.
     *
     * @throws RefusedException NOT_FOUND naming {@code organization} or {@code member}
     */
    public User handle(Caller caller, Command command) {
        return transactions.inTransaction(() -> {
            Target target = Target.of(organizations.get(command.organization()));
            User user = users.find(command.user())
                    .filter(found -> organizationMemberships
                            .find(command.organization(), found.id())
                            .isPresent())
                    .orElseThrow(() -> RefusedException.notFound("member", command.user()));
            guard.require(caller, RosterPermission.MEMBER_REMOVE, target);
            guard.requireToTakeFrom(caller, RosterPermission.MEMBER_REMOVE, user);
            placesIn(command.organization(), user.id())
                    .forEach(place -> guard.require(caller, RosterPermission.MEMBER_REMOVE, place));
            assignments.removeAllOf(user.id(), command.organization());
            grants.removeAllOf(user.id(), command.organization());
            memberships.removeAllOf(user.id(), command.organization());
            organizationMemberships.remove(command.organization(), user.id());
            journal.write(
                    caller, "organization-member.remove", target, Changes.none().removeUser(user));
            return user;
        });
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
        List<Workspace> places = new ArrayList<>();
        Grants.Filter filter = Grants.Filter.all().withUser(user);
        @Nullable Long after = 0L;
        while (after != null) {
            Page<Grants.Granted> page = grants.list(filter, new PageRequest(after, PageRequest.MOST));
            page.items().forEach(granted -> places.add(granted.workspace()));
            after = page.next();
        }
        return places;
    }
}

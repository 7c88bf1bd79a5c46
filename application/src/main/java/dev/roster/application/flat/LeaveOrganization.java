package dev.roster.application.flat;

import dev.roster.application.access.Caller;
import dev.roster.application.membership.RemoveMember;
import dev.roster.application.port.Avatars;
import dev.roster.application.port.Organizations;
import dev.roster.application.port.People;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.membership.Place;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;

/** Removes a member from an organization and its workspaces, and with their last organization also their picture. */
public final class LeaveOrganization {
    private final UnitOfWork work;
    private final Organizations organizations;
    private final RemoveMember removeMember;
    private final People people;
    private final Avatars avatars;

    @Inject
    LeaveOrganization(
            UnitOfWork work, Organizations organizations, RemoveMember removeMember, People people, Avatars avatars) {
        this.work = work;
        this.organizations = organizations;
        this.removeMember = removeMember;
        this.people = people;
        this.avatars = avatars;
    }

    /** Asks whether the caller may remove members there, before anything is said of who is one. */
    public void require(Caller caller, OrganizationId id) {
        work.reading(
                () -> work.guard().require(caller, RosterPermission.MEMBER_REMOVE, Target.of(organizations.get(id))));
    }

    /** @throws RefusedException NOT_FOUND naming {@code organization} or {@code member} */
    public User handle(Caller caller, OrganizationId id, UserId user) {
        return work.inTransaction(() -> {
            User left = removeMember.handle(caller, new RemoveMember.Command(Place.of(id), user));
            if (people.placesOf(user).stream().noneMatch(place -> place.kind() == Place.Kind.ORGANIZATION)) {
                avatars.remove(user);
            }
            return left;
        });
    }
}

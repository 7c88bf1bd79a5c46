package dev.roster.application.membership;

import dev.roster.application.access.Caller;
import dev.roster.application.port.Memberships;
import dev.roster.application.port.Users;
import dev.roster.application.role.RoleLookup;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.membership.Place;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Adds a user to an organization, or to a workspace and, if they are not a member yet, to its organization. */
public final class AddMember {
    /**
     * Who is to join what.
     *
     * @param role name or id of the membership's own role, or null to let the account role count: for an organization
     *     itself, and not for its workspaces
     */
    public record Command(
            Place place, UserId user, @Nullable String role) {}

    private final UnitOfWork work;
    private final Places places;
    private final Users users;
    private final RoleLookup roles;
    private final Joining joining;

    @Inject
    AddMember(UnitOfWork work, Places places, Users users, RoleLookup roles, Joining joining) {
        this.work = work;
        this.places = places;
        this.users = users;
        this.roles = roles;
        this.joining = joining;
    }

    /**
     * @throws RefusedException NOT_FOUND naming {@code organization}, {@code workspace} or {@code user}; CONFLICT naming
     *     {@code user}, who is a member already; FORBIDDEN also where the member would get more than the caller holds
     */
    public Memberships.Member handle(Caller caller, Command command) {
        return work.inTransaction(() -> {
            Target target = places.get(command.place());
            work.guard().require(caller, RosterPermission.MEMBER_ADD, target);
            User user = users.get(command.user());
            Role role = command.role() == null ? null : roles.findForPlace(caller, command.role(), target);
            return new Memberships.Member(user, joining.join(caller, command.place(), user, role));
        });
    }
}

package dev.roster.application.membership;

import dev.roster.application.access.Caller;
import dev.roster.application.access.RolePreview;
import dev.roster.application.access.RolePreviews;
import dev.roster.application.port.Memberships;
import dev.roster.application.port.Users;
import dev.roster.application.role.RoleLookup;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.membership.Membership;
import dev.roster.domain.membership.Place;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Gives a membership a role of its own, or takes it back so that the account role counts. */
public final class ChangeMemberRole {
    /** @param role name or id of the new role, or null for none of the membership's own */
    public record Command(
            Place place, UserId user, @Nullable String role) {}

    private final UnitOfWork work;
    private final Places places;
    private final Users users;
    private final Memberships memberships;
    private final RoleLookup roles;
    private final ChangingRole changing;
    private final RolePreviews previews;

    @Inject
    ChangeMemberRole(
            UnitOfWork work,
            Places places,
            Users users,
            Memberships memberships,
            RoleLookup roles,
            ChangingRole changing,
            RolePreviews previews) {
        this.work = work;
        this.places = places;
        this.users = users;
        this.memberships = memberships;
        this.roles = roles;
        this.changing = changing;
        this.previews = previews;
    }

    /** @throws RefusedException NOT_FOUND naming {@code organization}, {@code workspace}, {@code user} or {@code member} */
    public Memberships.Member handle(Caller caller, Command command) {
        return work.inTransaction(() -> {
            Found found = find(caller, command);
            Membership changed = changing.change(caller, found.target(), found.before(), found.user(), found.role());
            return new Memberships.Member(found.user(), changed);
        });
    }

    /** Changes nothing, and shows what the role would mean for the member; refuses what {@link #handle} would refuse. */
    public RolePreview preview(Caller caller, Command command) {
        return work.reading(() -> {
            Found found = find(caller, command);
            changing.require(caller, found.target(), found.user(), found.role());
            return previews.inPlace(caller, found.user(), found.before(), found.target(), found.role());
        });
    }

    private record Found(
            Target target,
            User user,
            Membership before,
            @Nullable Role role) {}

    private Found find(Caller caller, Command command) {
        Target target = places.get(command.place());
        work.guard().require(caller, RosterPermission.MEMBER_UPDATE, target);
        User user = users.get(command.user());
        Membership before = memberships
                .find(command.place(), command.user())
                .orElseThrow(() -> RefusedException.notFound("member", user.username()));
        Role role = command.role() == null ? null : roles.findForPlace(caller, command.role(), target);
        return new Found(target, user, before, role);
    }
}

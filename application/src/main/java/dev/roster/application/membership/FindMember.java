package dev.roster.application.membership;

import dev.roster.application.access.Caller;
import dev.roster.application.port.Memberships;
import dev.roster.application.port.Users;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.membership.Membership;
import dev.roster.domain.membership.Place;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;

/** Shows one member of an organization or workspace to those who hold {@code member:read} there. */
public final class FindMember {
    private final UnitOfWork work;
    private final Places places;
    private final Users users;
    private final Memberships memberships;

    @Inject
    FindMember(UnitOfWork work, Places places, Users users, Memberships memberships) {
        this.work = work;
        this.places = places;
        this.users = users;
        this.memberships = memberships;
    }

    /** @throws RefusedException NOT_FOUND naming {@code organization}, {@code workspace} or {@code member} */
    public Memberships.Member handle(Caller caller, Place place, UserId user) {
        return work.reading(() -> {
            work.guard().require(caller, RosterPermission.MEMBER_READ, places.get(place));
            Membership membership =
                    memberships.find(place, user).orElseThrow(() -> RefusedException.notFound("member", user));
            return new Memberships.Member(users.get(user), membership);
        });
    }
}

package dev.roster.application.membership;

import dev.roster.application.access.Caller;
import dev.roster.application.port.Memberships;
import dev.roster.application.work.Changes;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.membership.Membership;
import dev.roster.domain.membership.Place;
import dev.roster.domain.user.User;
import jakarta.inject.Inject;

/**
 * Removes the caller from a workspace, or from an organization and all its workspaces, with their assignments and grants
 * there. Every member may leave, even the last manager. What the account role gives stays, and so do contributions. Only
 * others can bring a member back, so an API key does not leave for its user.
 */
public final class LeavePlace {
    private final UnitOfWork work;
    private final Places places;
    private final Memberships memberships;
    private final Departure departure;

    @Inject
    LeavePlace(UnitOfWork work, Places places, Memberships memberships, Departure departure) {
        this.work = work;
        this.places = places;
        this.memberships = memberships;
        this.departure = departure;
    }

    /**
     * @throws RefusedException NOT_FOUND naming {@code organization} or {@code workspace}, or {@code member} where the caller is
     *     none; FORBIDDEN for a caller without an account, and for an API key
     */
    public void handle(Caller caller, Place place) {
        work.inTransaction(() -> {
            User user = work.guard().requireAccount(caller);
            work.guard().requireNoKey(caller, "an API key cannot leave a place; log in or use the user token");
            Target target = places.get(place);
            Membership membership = memberships
                    .find(place, user.id())
                    .orElseThrow(() -> RefusedException.missing(
                            "member",
                            "you are not a member of this " + place.kind().word()));
            departure.leave(membership);
            work.journal()
                    .write(
                            caller,
                            Places.action(place, "leave"),
                            target,
                            Changes.none().removeUser(user));
        });
    }
}

package dev.roster.application.membership;

import dev.roster.application.access.AccessGuard;
import dev.roster.application.access.Caller;
import dev.roster.application.port.Memberships;
import dev.roster.application.port.Page;
import dev.roster.application.port.PageRequest;
import dev.roster.application.port.Transactions;
import dev.roster.domain.membership.Place;
import dev.roster.domain.role.RosterPermission;
import jakarta.inject.Inject;

/** Lists the members of an organization or workspace in order of joining. */
public final class ListMembers {
    private final Transactions transactions;
    private final AccessGuard guard;
    private final Places places;
    private final Memberships memberships;

    @Inject
    ListMembers(Transactions transactions, AccessGuard guard, Places places, Memberships memberships) {
        this.transactions = transactions;
        this.guard = guard;
        this.places = places;
        this.memberships = memberships;
    }

    public Page<Memberships.Member> handle(Caller caller, Place place, PageRequest page) {
        return transactions.reading(() -> {
            guard.require(caller, RosterPermission.MEMBER_READ, places.get(place));
            return memberships.members(place, page);
        });
    }
}

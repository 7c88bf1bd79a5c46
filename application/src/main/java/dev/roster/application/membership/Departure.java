package dev.roster.application.membership;

import dev.roster.application.port.Assignments;
import dev.roster.application.port.FormerMembers;
import dev.roster.application.port.Grants;
import dev.roster.application.port.Memberships;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.membership.FormerMembership;
import dev.roster.domain.membership.Membership;
import dev.roster.domain.membership.Place;
import jakarta.inject.Inject;

/** The step of leaving a place, in the transaction of a use case that asked whether it may happen. */
final class Departure {
    private final UnitOfWork work;
    private final Memberships memberships;
    private final Assignments assignments;
    private final Grants grants;
    private final FormerMembers formers;

    @Inject
    Departure(UnitOfWork work, Memberships memberships, Assignments assignments, Grants grants, FormerMembers formers) {
        this.work = work;
        this.memberships = memberships;
        this.assignments = assignments;
        this.grants = grants;
        this.formers = formers;
    }

    /**
     * Ends the membership with the assignments and grants of its user there. An organization is left with all its workspaces,
     * and it is remembered that its member left.
     */
    void leave(Membership membership) {
        if (membership.place() instanceof Place.OfOrganization above) {
            memberships.removeAllOf(membership.user(), above.organization());
            end(membership);
            formers.add(new FormerMembership(
                    0, above.organization(), membership.user(), membership.joinedAt(), work.now()));
        } else {
            end(membership);
        }
    }

    private void end(Membership membership) {
        assignments.removeAllOf(membership.user(), membership.place());
        grants.removeAllOf(membership.user(), membership.place());
        memberships.remove(membership.place(), membership.user());
    }
}

package dev.roster.application.user;

import dev.roster.application.port.Assignments;
import dev.roster.application.port.FormerMembers;
import dev.roster.application.port.Grants;
import dev.roster.application.port.Memberships;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;

/** Everywhere that a user is a member, has a grant or is assigned. */
final class AccountPlaces {
    private final Assignments assignments;
    private final Grants grants;
    private final Memberships memberships;
    private final FormerMembers formers;

    @Inject
    AccountPlaces(Assignments assignments, Grants grants, Memberships memberships, FormerMembers formers) {
        this.assignments = assignments;
        this.grants = grants;
        this.memberships = memberships;
        this.formers = formers;
    }

    /** From the inside out: whatever a membership carries goes before it. Nobody is remembered who is not there any more. */
    void end(UserId user) {
        assignments.removeAllOf(user);
        grants.removeAllOf(user);
        memberships.removeAllOf(user);
        formers.removeAllOf(user);
    }
}

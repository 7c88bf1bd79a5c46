package dev.roster.application.user;

import dev.roster.application.port.Assignments;
import dev.roster.application.port.Grants;
import dev.roster.application.port.Memberships;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;

/** Everywhere that a user is a member, has a grant or is assigned. */
final class AccountPlaces {
    private final Assignments assignments;
    private final Grants grants;
    private final Memberships memberships;

    @Inject
    AccountPlaces(Assignments assignments, Grants grants, Memberships memberships) {
        this.assignments = assignments;
        this.grants = grants;
        this.memberships = memberships;
    }

    /** From the inside out: whatever a membership carries goes before it. */
    void end(UserId user) {
        assignments.removeAllOf(user);
        grants.removeAllOf(user);
        memberships.removeAllOf(user);
    }
}

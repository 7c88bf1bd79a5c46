package dev.roster.application.credential;

import dev.roster.application.port.Users;
import dev.roster.domain.RefusedException;
import jakarta.inject.Inject;

/** Refuses access to an installation without an owner, whatever link is used: only the set-up link creates the first owner. */
public final class OwnerFirst {
    private final Users users;

    @Inject
    OwnerFirst(Users users) {
        this.users = users;
    }

    /**
     * Otherwise the first visitor would enter an installation without an owner. Call this in the transaction that gives
     * access.
     *
     * @throws RefusedException FORBIDDEN
     */
    public void require() {
        if (!users.hasOwner()) {
            throw RefusedException.forbidden(
                    "this installation has no owner yet; set it up with the set-up link first");
        }
    }
}

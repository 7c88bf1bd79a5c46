package dev.roster.application.credential;

import dev.roster.application.port.Users;
import dev.roster.domain.RefusedException;
import jakarta.inject.Inject;

/** Lets nobody into an installation that nobody owns, whatever they were sent: the set-up link alone makes its first owner. */
public final class OwnerFirst {
    private final Users users;

    @Inject
    OwnerFirst(Users users) {
        this.users = users;
    }

    /**
     * Without an owner whoever comes first would find an installation that is nobody's. To be called in the transaction that
     * lets somebody in.
     *
     * @throws RefusedException FORBIDDEN
     */
    public void require() {
        if (!users.hasOwner()) {
            throw RefusedException.forbidden("nobody owns this installation yet, set it up with the set-up link first");
        }
    }
}

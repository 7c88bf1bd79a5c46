package dev.roster.application.credential;

import dev.roster.application.access.AccessGuard;
import dev.roster.application.access.Caller;
import dev.roster.application.port.Users;
import dev.roster.domain.RefusedException;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Whose token a caller may see or renew: their own, if not by a key, and for the local operator anybody's. */
final class TokenOwnership {
    private final AccessGuard guard;
    private final Users users;

    @Inject
    TokenOwnership(AccessGuard guard, Users users) {
        this.guard = guard;
        this.users = users;
    }

    /** @param user whose, or null for the caller's own */
    User require(Caller caller, @Nullable UserId user) {
        if (user == null || caller.is(user)) {
            guard.requireToHandOut(caller);
            return guard.requireAccount(caller);
        }
        if (!caller.isOperator()) {
            throw RefusedException.forbidden("only its user and the local operator may see or renew a user token");
        }
        return users.get(user);
    }
}

package dev.roster.application.user;

import dev.roster.application.access.AccessGuard;
import dev.roster.application.access.Caller;
import dev.roster.domain.user.User;
import jakarta.inject.Inject;

/** Shows the caller their own account, as it was read when they were authenticated for this call. */
public final class ShowMe {
    private final AccessGuard guard;

    @Inject
    ShowMe(AccessGuard guard) {
        this.guard = guard;
    }

    public User handle(Caller caller) {
        return guard.accountOf(caller);
    }
}

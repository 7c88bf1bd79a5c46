package dev.roster.application.user;

import dev.roster.application.access.AccessGuard;
import dev.roster.application.access.Caller;
import dev.roster.application.port.Users;
import dev.roster.domain.access.Target;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;

/** Everyone may edit their own profile; that of others takes {@code user:update}. */
final class ProfileEditing {
    private final AccessGuard guard;
    private final Users users;

    @Inject
    ProfileEditing(AccessGuard guard, Users users) {
        this.guard = guard;
        this.users = users;
    }

    User require(Caller caller, UserId id) {
        User user = users.get(id);
        if (caller.is(id)) {
            guard.requireAccount(caller);
        } else {
            guard.require(caller, RosterPermission.USER_UPDATE, Target.of(user));
        }
        return user;
    }
}

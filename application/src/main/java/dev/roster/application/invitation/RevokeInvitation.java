package dev.roster.application.invitation;

import dev.roster.application.access.Caller;
import dev.roster.application.port.Users;
import dev.roster.application.user.DeleteUser;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserStatus;
import jakarta.inject.Inject;

/** Takes an invitation back, with the account that waited for it. The address can be invited again. */
public final class RevokeInvitation {
    private final UnitOfWork work;
    private final Users users;
    private final DeleteUser delete;

    @Inject
    RevokeInvitation(UnitOfWork work, Users users, DeleteUser delete) {
        this.work = work;
        this.users = users;
        this.delete = delete;
    }

    /** @throws RefusedException CONFLICT naming {@code invitation} when the user is not invited */
    public void handle(Caller caller, UserId id) {
        work.inTransaction(() -> {
            User user = users.get(id);
            work.guard().requireToTakeOver(caller, RosterPermission.USER_CREATE, user);
            if (user.status() != UserStatus.INVITED) {
                throw RefusedException.conflict(
                        "invitation",
                        "`" + user.username() + "` is " + user.status().word() + ", not invited");
            }
            work.journal().write(caller, "invitation.revoke", Target.of(user));
            // Somebody who never came is not remembered as one who was deleted.
            users.update(delete.end(user).withEmail(null).updatedAt(work.now()));
        });
    }
}

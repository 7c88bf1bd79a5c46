package dev.roster.application.invitation;

import dev.roster.application.Now;
import dev.roster.application.access.AccessGuard;
import dev.roster.application.access.Caller;
import dev.roster.application.audit.Journal;
import dev.roster.application.port.Transactions;
import dev.roster.application.port.Users;
import dev.roster.application.user.DeleteUser;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserStatus;
import jakarta.inject.Inject;

/** Takes an invitation back, with the account that waited for it. The address can be invited again. */
public final class RevokeInvitation {
    private final Transactions transactions;
    private final AccessGuard guard;
    private final Users users;
    private final DeleteUser delete;
    private final Journal journal;
    private final Now now;

    @Inject
    RevokeInvitation(
            Transactions transactions, AccessGuard guard, Users users, DeleteUser delete, Journal journal, Now now) {
        this.transactions = transactions;
        this.guard = guard;
        this.users = users;
        this.delete = delete;
        this.journal = journal;
        this.now = now;
    }

    /** @throws RefusedException CONFLICT naming {@code invitation} when the user is not invited */
    public void handle(Caller caller, UserId id) {
        transactions.inTransaction(() -> {
            User user = users.get(id);
            guard.requireToTakeOver(caller, RosterPermission.USER_CREATE, user);
            if (user.status() != UserStatus.INVITED) {
                throw RefusedException.conflict(
                        "invitation",
                        "`" + user.username() + "` is " + user.status().word() + ", not invited");
            }
            journal.write(caller, "invitation.revoke", Target.of(user));
            // Somebody who never came is not remembered as one who was deleted.
            users.update(delete.end(user).withEmail(null).updatedAt(now.get()));
        });
    }
}

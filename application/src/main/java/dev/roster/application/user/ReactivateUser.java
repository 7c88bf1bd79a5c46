package dev.roster.application.user;

import dev.roster.application.Now;
import dev.roster.application.access.AccessGuard;
import dev.roster.application.access.Caller;
import dev.roster.application.audit.Changes;
import dev.roster.application.audit.Journal;
import dev.roster.application.port.Transactions;
import dev.roster.application.port.Users;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserStatus;
import jakarta.inject.Inject;

/** Lets a deactivated user in again, with the places and the token they had. */
public final class ReactivateUser {
    private final Transactions transactions;
    private final AccessGuard guard;
    private final Users users;
    private final Journal journal;
    private final Now now;

    @Inject
    ReactivateUser(Transactions transactions, AccessGuard guard, Users users, Journal journal, Now now) {
        this.transactions = transactions;
        this.guard = guard;
        this.users = users;
        this.journal = journal;
        this.now = now;
    }

    /** Does nothing to a user who is active already. */
    public User handle(Caller caller, UserId id) {
        return transactions.inTransaction(() -> {
            User user = users.get(id);
            guard.requireToTakeOver(caller, RosterPermission.USER_UPDATE, user);
            return switch (user.status()) {
                case ACTIVE -> user;
                case DEACTIVATED -> reactivate(caller, user);
                case INVITED, DELETED ->
                    throw RefusedException.conflict(
                            "status",
                            "`" + user.username() + "` is " + user.status().word()
                                    + ", only a deactivated user can be reactivated");
            };
        });
    }

    private User reactivate(Caller caller, User user) {
        User after = user.withStatus(UserStatus.ACTIVE).updatedAt(now.get());
        users.update(after);
        journal.write(
                caller,
                "user.reactivate",
                Target.of(user),
                Changes.none()
                        .add("status", user.status().word(), after.status().word()));
        return after;
    }
}

package dev.roster.application.user;

import dev.roster.application.Now;
import dev.roster.application.access.AccessGuard;
import dev.roster.application.access.Caller;
import dev.roster.application.audit.Changes;
import dev.roster.application.audit.Journal;
import dev.roster.application.port.Sessions;
import dev.roster.application.port.Transactions;
import dev.roster.application.port.Users;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserStatus;
import jakarta.inject.Inject;

/** Shuts a user out at once: no credential works, sessions end. Everything else is kept for a reactivation. */
public final class DeactivateUser {
    private final Transactions transactions;
    private final AccessGuard guard;
    private final Users users;
    private final LastOwner lastOwner;
    private final Sessions sessions;
    private final Journal journal;
    private final Now now;

    @Inject
    DeactivateUser(
            Transactions transactions,
            AccessGuard guard,
            Users users,
            LastOwner lastOwner,
            Sessions sessions,
            Journal journal,
            Now now) {
        this.transactions = transactions;
        this.guard = guard;
        this.users = users;
        this.lastOwner = lastOwner;
        this.sessions = sessions;
        this.journal = journal;
        this.now = now;
    }

    /** Does nothing to a user who is deactivated already. */
    public User handle(Caller caller, UserId id) {
        return transactions.inTransaction(() -> {
            User user = users.get(id);
            guard.requireToTakeOver(caller, RosterPermission.USER_UPDATE, user);
            if (user.status() == UserStatus.DEACTIVATED) {
                return user;
            }
            if (!user.isActive()) {
                throw RefusedException.conflict(
                        "status",
                        "`" + user.username() + "` is " + user.status().word()
                                + ", only an active user can be deactivated");
            }
            lastOwner.mustNotBe(user);
            return deactivate(caller, user);
        });
    }

    private User deactivate(Caller caller, User user) {
        User after = user.withStatus(UserStatus.DEACTIVATED).updatedAt(now.get());
        users.update(after);
        sessions.removeAllOf(user.id(), null);
        journal.write(
                caller,
                "user.deactivate",
                Target.of(user),
                Changes.none()
                        .add("status", user.status().word(), after.status().word()));
        return after;
    }
}

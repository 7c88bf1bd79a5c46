package dev.roster.application.user;

import dev.roster.application.access.Caller;
import dev.roster.application.port.Sessions;
import dev.roster.application.port.Users;
import dev.roster.application.work.Changes;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserStatus;
import jakarta.inject.Inject;

/** Deactivates a user at once: no credential works, and sessions end. Everything else is kept for a reactivation. */
public final class DeactivateUser {
    private final UnitOfWork work;
    private final Users users;
    private final LastOwner lastOwner;
    private final Sessions sessions;

    @Inject
    DeactivateUser(UnitOfWork work, Users users, LastOwner lastOwner, Sessions sessions) {
        this.work = work;
        this.users = users;
        this.lastOwner = lastOwner;
        this.sessions = sessions;
    }

    /** Does nothing to a user who is deactivated already. */
    public User handle(Caller caller, UserId id) {
        return work.inTransaction(() -> {
            User user = users.get(id);
            work.guard().requireToTakeOver(caller, RosterPermission.USER_UPDATE, user);
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
        User after = user.withStatus(UserStatus.DEACTIVATED).updatedAt(work.now());
        users.update(after);
        sessions.removeAllOf(user.id(), null);
        work.journal()
                .write(
                        caller,
                        "user.deactivate",
                        Target.of(user),
                        Changes.none().addStatus(user, after));
        return after;
    }
}

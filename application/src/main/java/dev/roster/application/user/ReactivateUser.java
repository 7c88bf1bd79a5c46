package dev.roster.application.user;

import dev.roster.application.access.Caller;
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

/** Reactivates a user, with the memberships and the token they had. */
public final class ReactivateUser {
    private final UnitOfWork work;
    private final Users users;

    @Inject
    ReactivateUser(UnitOfWork work, Users users) {
        this.work = work;
        this.users = users;
    }

    /**
     * Does nothing to a user who is active already.
     *
     * @throws RefusedException CONFLICT naming {@code status} for who is invited or deleted, or {@code user} for a guest whose
     *     stay is over
     */
    public User handle(Caller caller, UserId id) {
        return work.inTransaction(() -> {
            User user = users.get(id);
            work.guard().requireToTakeOver(caller, RosterPermission.USER_UPDATE, user);
            user.mustStillStay(work.now());
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
        User after = user.withStatus(UserStatus.ACTIVE).updatedAt(work.now());
        users.update(after);
        work.journal()
                .write(
                        caller,
                        "user.reactivate",
                        Target.of(user),
                        Changes.none().addStatus(user, after));
        return after;
    }
}

package dev.roster.application.guest;

import dev.roster.application.access.Caller;
import dev.roster.application.port.Users;
import dev.roster.application.work.Changes;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.Stay;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Moves the end of a guest's stay, or makes the account permanent. No guest does that for themselves. */
public final class ChangeStay {
    private final UnitOfWork work;
    private final Users users;

    @Inject
    ChangeStay(UnitOfWork work, Users users) {
        this.work = work;
        this.users = users;
    }

    /**
     * Takes what creating the account takes, and holding all that it administers.
     *
     * @param until null to let the account end with its workspace alone
     * @throws RefusedException INVALID naming {@code until}; CONFLICT naming {@code user} who is not a guest, or whose stay is
     *     over; FORBIDDEN also for a caller's own account
     */
    public User until(Caller caller, UserId id, @Nullable Instant until) {
        return work.inTransaction(() -> {
            User guest = guest(caller, id);
            return store(caller, guest, stay(guest).untilChosen(until, work.now()));
        });
    }

    /** The same, after which the account does not end by itself. */
    public User makePermanent(Caller caller, UserId id) {
        return work.inTransaction(() -> store(caller, guest(caller, id), null));
    }

    private User guest(Caller caller, UserId id) {
        User user = users.get(id);
        work.guard().require(caller, RosterPermission.USER_CREATE, Target.instance());
        work.guard().requireToTakeOver(caller, RosterPermission.USER_UPDATE, user);
        if (caller.is(id)) {
            throw RefusedException.forbidden("guests cannot change their own stay, ask the person who invited you");
        }
        if (!user.isGuest()) {
            throw RefusedException.conflict(
                    "user", "`" + user.username() + "` is not a guest, the account has no end to change");
        }
        user.mustStillStay(work.now());
        return user;
    }

    private static Stay stay(User user) {
        return Objects.requireNonNull(user.stay());
    }

    private User store(Caller caller, User before, @Nullable Stay stay) {
        User after = before.withStay(stay);
        if (after.equals(before)) {
            return before;
        }
        User stored = after.updatedAt(work.now());
        users.update(stored);
        work.journal().write(caller, "user.change-stay", Target.of(stored), changes(stay(before), stay));
        return stored;
    }

    private static Changes changes(Stay before, @Nullable Stay after) {
        return Changes.none()
                .add("guest", true, after != null)
                .add("stay_until", before.until(), after == null ? null : after.until());
    }
}

package dev.roster.application.guest;

import dev.roster.application.access.Caller;
import dev.roster.application.port.Users;
import dev.roster.application.user.DeleteUser;
import dev.roster.application.work.Changes;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Deletes the accounts of guests whose stay is over. They could not be used since: each request looks at the time itself, so
 * nothing depends on how soon this runs. Any number of nodes may do so at the same time.
 */
public final class EndStays {
    private static final int AT_ONCE = 100;
    private static final int MOST = 5_000;

    private final UnitOfWork work;
    private final Users users;
    private final DeleteUser delete;

    @Inject
    EndStays(UnitOfWork work, Users users, DeleteUser delete) {
        this.work = work;
        this.users = users;
        this.delete = delete;
    }

    /**
     * Deletes some in each transaction, so that others can write in between, and at most 5,000 in one call. An account that
     * cannot be deleted does not keep the others: it is left out until the next call.
     *
     * @return how many there were
     * @throws StaysNotEndedException after all others, where some could not be deleted
     */
    public int handle(Caller caller) {
        Round round = new Round(caller);
        boolean more = true;
        while (more && round.total() < MOST) {
            more = round.some();
        }
        return round.result();
    }

    /** One call, and the result. */
    private final class Round {
        private final Caller caller;
        private final Set<UserId> failed = new LinkedHashSet<>();
        private @Nullable RuntimeException failure;
        private List<User> over = List.of();
        private int ended;

        private Round(Caller caller) {
            this.caller = caller;
        }

        /** Returns whether others may be left. */
        private boolean some() {
            over = List.of();
            try {
                work.inTransaction(() -> {
                    require(caller);
                    over = next();
                    over.forEach(user -> end(caller, user));
                });
                ended += over.size();
            } catch (RuntimeException broken) {
                note(broken);
                over.forEach(user -> alone(user.id()));
            }
            return over.size() == AT_ONCE;
        }

        private List<User> next() {
            return users.holdWhoseStayEnded(work.now(), AT_ONCE + failed.size()).stream()
                    .filter(user -> !failed.contains(user.id()))
                    .limit(AT_ONCE)
                    .toList();
        }

        /** One that may be what kept all of them, or that another node has deleted meanwhile. */
        private void alone(UserId id) {
            try {
                ended += work.inTransaction(() -> {
                    require(caller);
                    Optional<User> user = users.find(id).filter(found -> found.hasEndedBy(work.now()));
                    user.ifPresent(found -> end(caller, found));
                    return user.isPresent() ? 1 : 0;
                });
            } catch (RuntimeException broken) {
                note(broken);
                failed.add(id);
            }
        }

        /** A store that is busy or away keeps all of them. */
        private void note(RuntimeException broken) {
            if (over.isEmpty() || isOfTheStore(broken)) {
                throw broken;
            }
            failure = failure == null ? broken : failure;
        }

        private int total() {
            return ended + failed.size();
        }

        private int result() {
            if (failure != null) {
                throw new StaysNotEndedException(failed, failure);
            }
            return ended;
        }
    }

    private static boolean isOfTheStore(RuntimeException broken) {
        return broken instanceof RefusedException refused
                && switch (refused.kind()) {
                    case BUSY, UNAVAILABLE -> true;
                    case INVALID, UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, CONFLICT, CHANGED, THROTTLED -> false;
                };
    }

    private void require(Caller caller) {
        work.guard().require(caller, RosterPermission.INSTANCE_CONFIGURE, Target.instance());
    }

    private void end(Caller caller, User user) {
        User after = delete.end(user).updatedAt(work.now());
        users.update(after);
        work.journal()
                .write(
                        caller,
                        "user.delete",
                        Target.of(user),
                        Changes.none().addStatus(user, after).set("reason", "stay ended"));
    }
}

package dev.roster.application.user;

import dev.roster.application.access.Caller;
import dev.roster.application.port.Annexes;
import dev.roster.application.port.Avatars;
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

/**
 * Deletes an account permanently: credentials, memberships, grants, assignments and what doors keep go at once, username and e-mail become
 * free. The row and the contributions stay, so that history keeps its author.
 */
public final class DeleteUser {
    private final UnitOfWork work;
    private final Users users;
    private final LastOwner lastOwner;
    private final AccountCredentials credentials;
    private final AccountPlaces places;
    private final Avatars avatars;
    private final Annexes annexes;

    @Inject
    DeleteUser(
            UnitOfWork work,
            Users users,
            LastOwner lastOwner,
            AccountCredentials credentials,
            AccountPlaces places,
            Avatars avatars,
            Annexes annexes) {
        this.work = work;
        this.users = users;
        this.lastOwner = lastOwner;
        this.credentials = credentials;
        this.places = places;
        this.avatars = avatars;
        this.annexes = annexes;
    }

    /**
     * Returns the user as deleted.
     *
     * @throws RefusedException NOT_FOUND naming {@code user}, also for one who was deleted before
     */
    public User handle(Caller caller, UserId id) {
        return work.inTransaction(() -> delete(caller, users.get(id)));
    }

    /**
     * The same, but does nothing if the account was already deleted.
     *
     * @throws RefusedException NOT_FOUND naming {@code user} for an id that no user ever had
     */
    public User ensure(Caller caller, UserId id) {
        return work.inTransaction(() -> {
            User user = users.findEvenDeleted(id).orElseThrow(() -> RefusedException.notFound("user", id));
            if (user.status() != UserStatus.DELETED) {
                return delete(caller, user);
            }
            work.guard().require(caller, RosterPermission.USER_DELETE, Target.of(user));
            return user;
        });
    }

    /**
     * A user who was deleted before, for a caller who may delete.
     *
     * @throws RefusedException NOT_FOUND naming {@code user}, also for one who is there
     */
    public User deleted(Caller caller, UserId id) {
        return work.reading(() -> {
            User user = users.findEvenDeleted(id)
                    .filter(found -> found.status() == UserStatus.DELETED)
                    .orElseThrow(() -> RefusedException.notFound("user", id));
            work.guard().require(caller, RosterPermission.USER_DELETE, Target.of(user));
            return user;
        });
    }

    private User delete(Caller caller, User user) {
        work.guard().requireToTakeOver(caller, RosterPermission.USER_DELETE, user);
        lastOwner.mustNotBe(user);
        User after = end(user).updatedAt(work.now());
        users.update(after);
        work.journal()
                .write(caller, "user.delete", Target.of(user), Changes.none().addStatus(user, after));
        return after;
    }

    /** Ends what the user has and is part of, in the transaction of a use case that asked whether it may, and stores the rest. */
    public User end(User user) {
        credentials.end(user.id(), work.now());
        places.end(user.id());
        avatars.remove(user.id());
        annexes.removeAllOf(user.id());
        return user.withStatus(UserStatus.DELETED).withStay(null);
    }
}

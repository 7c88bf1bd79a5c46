package dev.roster.application.user;

import dev.roster.application.access.Caller;
import dev.roster.application.port.Avatars;
import dev.roster.application.port.Users;
import dev.roster.application.work.Changes;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.access.Target;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserStatus;
import jakarta.inject.Inject;

/**
 * Ends an account for good: credentials, memberships, grants and assignments go at once, username and e-mail become
 * free. The row and the contributions stay, so that history keeps its author.
 */
public final class DeleteUser {
    private final UnitOfWork work;
    private final Users users;
    private final LastOwner lastOwner;
    private final AccountCredentials credentials;
    private final AccountPlaces places;
    private final Avatars avatars;

    @Inject
    DeleteUser(
            UnitOfWork work,
            Users users,
            LastOwner lastOwner,
            AccountCredentials credentials,
            AccountPlaces places,
            Avatars avatars) {
        this.work = work;
        this.users = users;
        this.lastOwner = lastOwner;
        this.credentials = credentials;
        this.places = places;
        this.avatars = avatars;
    }

    /** Returns the user as deleted. */
    public User handle(Caller caller, UserId id) {
        return work.inTransaction(() -> {
            User user = users.get(id);
            work.guard().requireToTakeOver(caller, RosterPermission.USER_DELETE, user);
            lastOwner.mustNotBe(user);
            User after = end(user).updatedAt(work.now());
            users.update(after);
            work.journal()
                    .write(
                            caller,
                            "user.delete",
                            Target.of(user),
                            Changes.none()
                                    .add(
                                            "status",
                                            user.status().word(),
                                            after.status().word()));
            return after;
        });
    }

    /** Ends what the user has and is part of, in the transaction of a use case that asked whether it may, and stores the rest. */
    public User end(User user) {
        credentials.end(user.id(), work.now());
        places.end(user.id());
        avatars.remove(user.id());
        return user.withStatus(UserStatus.DELETED);
    }
}

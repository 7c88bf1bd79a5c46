package dev.roster.application.user;

import dev.roster.application.access.Caller;
import dev.roster.application.port.ApiKeys;
import dev.roster.application.port.Assignments;
import dev.roster.application.port.Avatars;
import dev.roster.application.port.Grants;
import dev.roster.application.port.Invitations;
import dev.roster.application.port.Memberships;
import dev.roster.application.port.OrganizationMemberships;
import dev.roster.application.port.Outbox;
import dev.roster.application.port.PasswordResets;
import dev.roster.application.port.Passwords;
import dev.roster.application.port.Sessions;
import dev.roster.application.port.UserTokens;
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
    private final Passwords passwords;
    private final UserTokens tokens;
    private final Sessions sessions;
    private final ApiKeys keys;
    private final PasswordResets resets;
    private final Invitations invitations;
    private final Outbox outbox;
    private final OrganizationMemberships organizationMemberships;
    private final Memberships memberships;
    private final Grants grants;
    private final Assignments assignments;
    private final Avatars avatars;

    @Inject
    DeleteUser(
            UnitOfWork work,
            Users users,
            LastOwner lastOwner,
            Passwords passwords,
            UserTokens tokens,
            Sessions sessions,
            ApiKeys keys,
            PasswordResets resets,
            Invitations invitations,
            Outbox outbox,
            OrganizationMemberships organizationMemberships,
            Memberships memberships,
            Grants grants,
            Assignments assignments,
            Avatars avatars) {
        this.work = work;
        this.users = users;
        this.lastOwner = lastOwner;
        this.passwords = passwords;
        this.tokens = tokens;
        this.sessions = sessions;
        this.keys = keys;
        this.resets = resets;
        this.invitations = invitations;
        this.outbox = outbox;
        this.organizationMemberships = organizationMemberships;
        this.memberships = memberships;
        this.grants = grants;
        this.assignments = assignments;
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
        endCredentials(user.id());
        endPlaces(user.id());
        avatars.remove(user.id());
        return user.withStatus(UserStatus.DELETED);
    }

    private void endCredentials(UserId id) {
        passwords.remove(id);
        tokens.remove(id);
        sessions.removeAllOf(id, null);
        keys.revokeAllOf(id, work.now());
        resets.removeAllOf(id);
        invitations.remove(id);
        outbox.removeAllAbout(id);
    }

    private void endPlaces(UserId id) {
        assignments.removeAllOf(id);
        grants.removeAllOf(id);
        memberships.removeAllOf(id);
        organizationMemberships.removeAllOf(id);
    }
}

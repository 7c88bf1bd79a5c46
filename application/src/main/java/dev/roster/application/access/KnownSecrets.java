package dev.roster.application.access;

import dev.roster.application.port.PasswordResets;
import dev.roster.application.port.Passwords;
import dev.roster.application.port.Sessions;
import dev.roster.application.port.ShownSecrets;
import dev.roster.application.port.ShownSecrets.Kind;
import dev.roster.application.port.UserTokens;
import dev.roster.application.port.Users;
import dev.roster.domain.role.RoleId;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/**
 * What opens an account and is known to another person. They were shown it while they could take the account over, and so it
 * ends as soon as the account is given a role with which they no longer could.
 */
public final class KnownSecrets {
    private final ShownSecrets shown;
    private final AccessGuard guard;
    private final Users users;
    private final Passwords passwords;
    private final PasswordResets links;
    private final UserTokens tokens;
    private final Sessions sessions;

    @Inject
    KnownSecrets(
            ShownSecrets shown,
            AccessGuard guard,
            Users users,
            Passwords passwords,
            PasswordResets links,
            UserTokens tokens,
            Sessions sessions) {
        this.shown = shown;
        this.guard = guard;
        this.users = users;
        this.passwords = passwords;
        this.links = links;
        this.tokens = tokens;
        this.sessions = sessions;
    }

    /**
     * To be called after it is stored. The operator can take every account over, and all people their own.
     *
     * @param to the person who sees it, or null for the operator
     */
    public void show(@Nullable User to, UserId user, Kind kind) {
        if (to == null || to.id().equals(user)) {
            hide(user, kind);
        } else {
            shown.put(user, kind, to.id());
        }
    }

    /** The same for one that goes to its user alone. */
    public void hide(UserId user, Kind kind) {
        shown.forget(user, kind);
    }

    /** To be called after the user was given a role, or is assigned to more, in the same transaction. */
    public void afterGiving(UserId user) {
        shown.of(user).forEach((kind, to) -> {
            if (!couldTakeOver(to, user)) {
                end(user, kind);
            }
        });
    }

    private boolean couldTakeOver(UserId holder, UserId user) {
        return users.findEvenDeleted(holder)
                .filter(found -> guard.holdsAllOf(found, users.get(user)))
                .isPresent();
    }

    /** The same for a role that was changed where it is held, or that has taken the place of another. */
    public void afterChanging(RoleId role) {
        shown.holdersOf(role).forEach(this::afterGiving);
    }

    private void end(UserId user, Kind kind) {
        switch (kind) {
            case PASSWORD -> {
                passwords.remove(user);
                sessions.removeAllOf(user, null);
            }
            // Who is invited has no password but one for the invitation, which a change of password overtakes.
            case INVITATION -> passwords.remove(user);
            case PASSWORD_LINK -> links.removeAllOf(user);
            case USER_TOKEN -> tokens.remove(user);
        }
        shown.forget(user, kind);
    }
}

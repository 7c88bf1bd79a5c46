package dev.roster.application.credential;

import dev.roster.application.access.AccessGuard;
import dev.roster.application.access.Caller;
import dev.roster.application.port.Memberships;
import dev.roster.application.port.Users;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.credential.ApiKey;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whose keys a caller may make and renew, and whose they may see and end. */
final class KeyOwnership {
    private final AccessGuard guard;
    private final Users users;
    private final Memberships memberships;

    @Inject
    KeyOwnership(AccessGuard guard, Users users, Memberships memberships) {
        this.guard = guard;
        this.users = users;
        this.memberships = memberships;
    }

    /**
     * A key carries its user's rights, so only these may have a new one: the user, if a developer; for a service account
     * its maker, who caps it, and owners; for anybody the local operator.
     *
     * @param user whose key, or null for the caller's own
     */
    User requireToMake(Caller caller, @Nullable UserId user) {
        if (user == null || caller.is(user)) {
            return requireDeveloper(guard.requireAccount(caller));
        }
        User other = users.get(user);
        if (caller.isOperator()) {
            return other;
        }
        if (!other.isService()) {
            throw RefusedException.forbidden("only the user and the local operator may create an API key for a person");
        }
        User account = guard.requireAccount(caller);
        if (!account.id().equals(other.maker())) {
            guard.requireOwner(caller, "only its creator or an owner may create keys for a service account");
        }
        return other;
    }

    /** A key that the caller came with may be replaced by itself: that makes no further key. */
    User requireToReplace(Caller caller, ApiKey key) {
        return isOwn(caller, key) ? users.get(guard.requireAccount(caller).id()) : requireToMake(caller, key.user());
    }

    /** Whether the key is the one that the caller came with. */
    static boolean isOwn(Caller caller, ApiKey key) {
        return key.id().equals(caller.credential().key());
    }

    private User requireDeveloper(User user) {
        User now = users.get(user.id());
        if (!now.developer()) {
            throw RefusedException.forbidden("only developers may create API keys; ask for the developer flag");
        }
        return now;
    }

    /** The user, the maker of a service account, who may do it in one of its workspaces, and who may change users. */
    void requireToSee(Caller caller, User user) {
        if (isFor(caller, user)) {
            guard.requireAccount(caller);
        } else {
            requireFor(caller, user, RosterPermission.SERVICE_KEY_READ);
        }
    }

    /** The same people, the last two only if they hold all that the user administers: whoever ends keys can cut off. */
    void requireToEnd(Caller caller, User user) {
        if (isFor(caller, user)) {
            guard.requireAccount(caller);
        } else {
            requireFor(caller, user, RosterPermission.SERVICE_KEY_REVOKE);
            guard.requireToHoldAllOf(caller, RosterPermission.SERVICE_KEY_REVOKE, user);
        }
    }

    private static boolean isFor(Caller caller, User user) {
        return caller.is(user.id()) || (user.maker() != null && caller.is(user.maker()));
    }

    private void requireFor(Caller caller, User user, RosterPermission ofService) {
        boolean somewhere = user.isService()
                && memberships.workspacesOf(Set.of(user.id())).getOrDefault(user.id(), List.of()).stream()
                        .anyMatch(workspace -> guard.allows(caller, ofService, Target.of(workspace)));
        if (!somewhere) {
            guard.require(caller, RosterPermission.USER_UPDATE, Target.of(user));
        }
    }
}

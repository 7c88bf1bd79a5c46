package dev.roster.application.port;

import dev.roster.domain.role.RoleId;
import dev.roster.domain.text.Worded;
import dev.roster.domain.user.UserId;
import java.util.Map;
import java.util.Set;

/**
 * Who was shown what opens the account of another user: of each kind, the last. A new password, and the removal of one, forgets all
 * kinds but the user token; a new user token, and its removal, forgets that.
 */
public interface ShownSecrets {
    /** What opens an account and can be shown. */
    enum Kind implements Worded {
        /** Chosen for the user, or a temporary one. */
        PASSWORD,
        USER_TOKEN,
        /** A link that sets a password. */
        PASSWORD_LINK,
        /** The link or the temporary password of an invitation. */
        INVITATION
    }

    /** Stores who was shown it last. */
    void put(UserId user, Kind kind, UserId shownTo);

    /** For one that no one was shown. */
    void forget(UserId user, Kind kind);

    /** Who was shown what of the user's. */
    default Map<Kind, UserId> of(UserId user) {
        return of(Set.of(user)).getOrDefault(user, Map.of());
    }

    /** The same for many users at once: an entry for each of whom another person was shown anything. */
    Map<UserId, Map<Kind, UserId>> of(Set<UserId> users);

    /** Users of whom another person was shown something, and who hold the role anywhere. */
    Set<UserId> holdersOf(RoleId role);
}

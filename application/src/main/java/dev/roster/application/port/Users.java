package dev.roster.application.port;

import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.domain.RefusedException;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.workspace.WorkspaceId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The users. A username and an e-mail share one name space: what one user logs in with is never another's. */
public interface Users {
    /**
     * Stores a new user and returns it with its number.
     *
     * @throws RefusedException CONFLICT naming {@code username}, {@code email} or {@code id}
     */
    User add(User user);

    /**
     * Stores a changed user; if the status became deleted, the username and the e-mail address become available again. A new
     * e-mail address or status invalidates what was sent to the user before, links and temporary passwords.
     *
     * @throws RefusedException CONFLICT naming {@code username} or {@code email}
     */
    void update(User user);

    /** Deleted users are not found. */
    Optional<User> find(UserId id);

    /** @throws RefusedException NOT_FOUND naming {@code user} */
    default User get(UserId id) {
        return find(id).orElseThrow(() -> RefusedException.notFound("user", id));
    }

    /** By the number that the store gave. Deleted users are not found. */
    Optional<User> findByNumber(long number);

    /** Finds the deleted too. */
    Optional<User> findEvenDeleted(UserId id);

    /** The last user who was deleted with that e-mail and not erased since; empty too when a living one has it. */
    Optional<User> findDeletedByEmail(NameKey email);

    /** Moves the last activity of those users forward, never back, and nothing else. */
    void stampActivity(Map<UserId, Instant> seen);

    Optional<User> findByUsername(NameKey username);

    Optional<User> findByEmail(NameKey email);

    /** By username or e-mail. */
    Optional<User> findByLogin(NameKey login);

    /** The same for many at once: a user for each username or e-mail that a living one has. */
    Map<NameKey, User> findAllByLogin(Set<NameKey> logins);

    /** In the order of the filter. The page's numbers are {@linkplain UserOrder#position positions} in it. */
    Page<User> list(UserFilter filter, PageRequest page);

    long count(UserFilter filter);

    /**
     * Ends the stay of every guest who stays as long as the workspace, at that time or earlier if it ended before, however
     * many there are. To be called before the workspace is removed.
     *
     * @return how many there are
     */
    int endStays(WorkspaceId workspace, Instant at);

    /**
     * Some of the users whose stay is over by that time, those of the earliest ends first, without those deleted already. No
     * other transaction can change any of them before this one ends.
     */
    List<User> holdWhoseStayEnded(Instant now, int most);

    /** Whether there is any user at all, deleted ones included. */
    boolean isEmpty();

    /** Whether an active person is an owner; until then no one can sign up or accept an invitation. */
    boolean hasOwner();

    /** Whether there is no owner, and no other transaction can add a user before this one ends. */
    boolean holdOwnerless();

    /**
     * The active people who are owners, none of whom another transaction can change before this one ends. Service accounts
     * do not count: what they may do ends with what their maker may.
     */
    Set<UserId> holdActiveOwners();

    /** The users of these ids that exist, deleted ones included, in no order. */
    List<User> findAll(Set<UserId> ids);
}

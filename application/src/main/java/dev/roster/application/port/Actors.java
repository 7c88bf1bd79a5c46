package dev.roster.application.port;

import dev.roster.domain.access.Actor;
import dev.roster.domain.access.Target;
import dev.roster.domain.user.UserId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Users as the policy sees them: account role, memberships, grants and assignments. A service account that somebody made
 * is capped by its maker as they are now, even one who is deactivated or deleted.
 */
public interface Actors {
    /** An actor and the number of the user behind it. */
    record Numbered(long number, Actor actor) {}

    /**
     * A user with what they hold at or around the given targets; whatever else they hold is left out. Deleted users are
     * not found; others come with their status.
     */
    Optional<Actor> find(UserId user, Collection<Target> targets);

    /** A user with everything they hold. */
    Optional<Actor> findWhole(UserId user);

    /** The same for many users at once, at most {@link PageRequest#MOST}; deleted ones are left out. */
    Map<UserId, Actor> findWhole(Set<UserId> users);

    /**
     * Active users who might be allowed something on a target, by number: those whose account role is owner or holds
     * any instance-wide permission, members of the workspace and its organization, holders of grants there, and for a
     * target of kind user that user. Each comes with what they hold around the target. More than are allowed, never
     * less.
     */
    Page<Numbered> near(Target target, PageRequest page);
}

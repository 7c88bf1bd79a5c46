package dev.roster.application.port;

import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.domain.access.Actor;
import dev.roster.domain.access.Target;
import dev.roster.domain.user.UserId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Users as the policy sees them: account role, memberships, grants and assignments. A service account is limited by the
 * current rights of its creator, even one who is deactivated or deleted.
 */
public interface Actors {
    /** An actor and the number of the user behind it. */
    record Numbered(long number, Actor actor) {}

    /** A place where a user holds something, and its number among places of its kind. */
    record Foothold(Target.Ref place, long number) {
        private static final int BITS = 40;

        /** Where it stands among all places; it stays there whatever becomes of any. Less than 2^42. */
        public long order() {
            return rank(place.kind()) << BITS | number;
        }

        /** The number in an order. */
        public static long number(long order) {
            return order & ((1L << BITS) - 1);
        }

        /** What organizations, workspaces and datasets are ordered by before their number: 1, 2 and 3. */
        public static long rank(long order) {
            return order >>> BITS;
        }

        private static long rank(Target.Kind kind) {
            return switch (kind) {
                case INSTANCE, USER, ROLE -> throw new IllegalArgumentException(kind.word());
                case ORGANIZATION -> 1;
                case WORKSPACE -> 2;
                case DATASET -> 3;
            };
        }
    }

    /**
     * A user with what they hold at or around the given targets; whatever else they hold is left out. Deleted users are
     * not found; others come with their status.
     */
    Optional<Actor> find(UserId user, Collection<Target> targets);

    /** A user with everything they hold; each dataset comes with its facts, as a place. */
    Optional<Actor> findWhole(UserId user);

    /** The same for many users at once, at most {@link PageRequest#MOST}; deleted ones are left out. */
    Map<UserId, Actor> findWhole(Set<UserId> users);

    /**
     * The places where at least one of the users is a member or has a grant: organizations, workspaces, then datasets,
     * each in order of creation. The page's numbers are their {@linkplain Foothold#order order}.
     *
     * @param users at least one
     * @param assigned whether datasets count that one of them is assigned to
     */
    Page<Foothold> footholds(Set<UserId> users, boolean assigned, PageRequest page);

    /**
     * Active users who might be allowed something on a target, by number: those whose account role is owner or holds
     * any instance-wide permission, members of the workspace, or of the organization where that is the target, members of its
     * organization with a role that reaches workspaces, holders of grants there, and for a target of kind user that
     * user. Each comes with what they hold around the target. More than are allowed, never less.
     */
    Page<Numbered> near(Target target, PageRequest page);
}

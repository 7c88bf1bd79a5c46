package dev.roster.application.port;

import dev.roster.application.paging.PageRequest;
import dev.roster.domain.user.Avatar;
import dev.roster.domain.user.UserId;
import java.util.Optional;
import java.util.Set;

/** The pictures of users, at most one for each. */
public interface Avatars {
    Optional<Avatar> find(UserId user);

    /** Those of the users who have one, at most {@link PageRequest#MOST} at a time. */
    Set<UserId> having(Set<UserId> users);

    /** Sets or replaces it. */
    void set(UserId user, Avatar avatar);

    /** Returns whether there was one. */
    boolean remove(UserId user);
}

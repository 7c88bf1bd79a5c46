package dev.roster.application.port;

import dev.roster.domain.user.Avatar;
import dev.roster.domain.user.UserId;
import java.util.Optional;

/** The pictures that users gave themselves, at most one each. */
public interface Avatars {
    Optional<Avatar> find(UserId user);

    /** Sets or replaces it. */
    void set(UserId user, Avatar avatar);

    /** Returns whether there was one. */
    boolean remove(UserId user);
}

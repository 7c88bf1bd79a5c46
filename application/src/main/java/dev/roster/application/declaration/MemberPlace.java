package dev.roster.application.declaration;

import dev.roster.domain.role.RoleRef;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An organization or a workspace, there already or still to be made, on behalf of a caller. */
interface MemberPlace {
    /** A member now, and the membership's own role. */
    record Standing(User user, @Nullable RoleRef role) {}

    Step.Kind kind();

    String name();

    /** The names that lead to it in the declaration. */
    List<String> path();

    List<Standing> standings();

    void add(UserId user, @Nullable String role);

    void changeRole(UserId user, @Nullable String role);

    void remove(UserId user);
}

package dev.roster.application.user;

import dev.roster.application.access.Caller;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Avatars;
import dev.roster.application.port.Users;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.access.Target;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.Avatar;
import dev.roster.domain.user.Initials;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Shows the picture of a user to callers who may see the user. */
public final class ShowAvatar {
    /** The user's picture, if there is one, and what stands for the user if not. */
    public record Shown(User user, Optional<Avatar> avatar, Initials initials) {}

    private final UnitOfWork work;
    private final Users users;
    private final Avatars avatars;

    @Inject
    ShowAvatar(UnitOfWork work, Users users, Avatars avatars) {
        this.work = work;
        this.users = users;
        this.avatars = avatars;
    }

    public Shown handle(Caller caller, UserId id) {
        return work.reading(() -> {
            User user = users.get(id);
            work.guard().require(caller, RosterPermission.USER_READ, Target.of(user));
            return new Shown(user, avatars.find(id), Initials.of(user));
        });
    }

    /**
     * Those of the users who have a picture that the caller may see, for lists; a few questions for any number.
     *
     * @param wanted at most {@link PageRequest#MOST}
     */
    public Set<UserId> having(Caller caller, Set<UserId> wanted) {
        return work.reading(() -> {
            boolean all = work.guard().allows(caller, RosterPermission.USER_READ, Target.instance());
            Set<UserId> seen = all ? wanted : wanted.stream().filter(caller::is).collect(Collectors.toSet());
            return avatars.having(seen);
        });
    }
}

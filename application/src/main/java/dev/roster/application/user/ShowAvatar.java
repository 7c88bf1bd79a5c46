package dev.roster.application.user;

import dev.roster.application.access.AccessGuard;
import dev.roster.application.access.Caller;
import dev.roster.application.port.Avatars;
import dev.roster.application.port.Transactions;
import dev.roster.application.port.Users;
import dev.roster.domain.access.Target;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.Avatar;
import dev.roster.domain.user.Initials;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.util.Optional;

/** Shows the picture of a user to whoever may see the user. */
public final class ShowAvatar {
    /** The user's picture, if there is one, and what stands for the user if not. */
    public record Shown(User user, Optional<Avatar> avatar, Initials initials) {}

    private final Transactions transactions;
    private final AccessGuard guard;
    private final Users users;
    private final Avatars avatars;

    @Inject
    ShowAvatar(Transactions transactions, AccessGuard guard, Users users, Avatars avatars) {
        this.transactions = transactions;
        this.guard = guard;
        this.users = users;
        this.avatars = avatars;
    }

    public Shown handle(Caller caller, UserId id) {
        return transactions.reading(() -> {
            User user = users.get(id);
            guard.require(caller, RosterPermission.USER_READ, Target.of(user));
            return new Shown(user, avatars.find(id), Initials.of(user));
        });
    }
}

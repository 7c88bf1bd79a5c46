package dev.roster.application.user;

import dev.roster.application.access.AccessGuard;
import dev.roster.application.access.Caller;
import dev.roster.application.port.Transactions;
import dev.roster.application.port.Users;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.util.Optional;

/** Shows one account. Everyone may see their own. */
public final class FindUser {
    private final Transactions transactions;
    private final AccessGuard guard;
    private final Users users;

    @Inject
    FindUser(Transactions transactions, AccessGuard guard, Users users) {
        this.transactions = transactions;
        this.guard = guard;
        this.users = users;
    }

    public User handle(Caller caller, UserId id) {
        return transactions.reading(() -> {
            User user = users.get(id);
            guard.require(caller, RosterPermission.USER_READ, Target.of(user));
            return user;
        });
    }

    /**
     * By username or e-mail, without regard to case. Whoever may not read users learns nothing about which names exist.
     *
     * @throws RefusedException NOT_FOUND naming {@code user}
     */
    public User byLogin(Caller caller, String login) {
        return transactions.reading(() -> {
            Optional<User> found = users.findByLogin(NameKey.of(login.strip()));
            guard.require(
                    caller,
                    RosterPermission.USER_READ,
                    found.filter(user -> isOwn(caller, user)).map(Target::of).orElse(Target.instance()));
            return found.orElseThrow(() -> RefusedException.notFound("user", login));
        });
    }

    private static boolean isOwn(Caller caller, User user) {
        return caller.is(user.id());
    }
}

package dev.roster.application.user;

import dev.roster.application.access.Caller;
import dev.roster.application.port.Users;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Supplier;

/** Shows one account. Everyone may see their own. */
public final class FindUser {
    private final UnitOfWork work;
    private final Users users;

    @Inject
    FindUser(UnitOfWork work, Users users) {
        this.work = work;
        this.users = users;
    }

    /** @throws RefusedException NOT_FOUND naming {@code user} */
    public User handle(Caller caller, UserId id) {
        return show(caller, () -> users.get(id));
    }

    /**
     * By number, with the answers that the id would get.
     *
     * @throws RefusedException NOT_FOUND naming {@code user}
     */
    public User byNumber(Caller caller, long number) {
        return show(
                caller, () -> users.findByNumber(number).orElseThrow(() -> RefusedException.notFound("user", number)));
    }

    /**
     * By username or e-mail address, regardless of case. Callers who may not read users do not learn which names exist.
     *
     * @throws RefusedException NOT_FOUND naming {@code user}
     */
    public User byLogin(Caller caller, String login) {
        return work.reading(() -> {
            Optional<User> found = users.findByLogin(NameKey.of(login.strip()));
            work.guard()
                    .require(
                            caller,
                            RosterPermission.USER_READ,
                            found.filter(user -> isOwn(caller, user))
                                    .map(Target::of)
                                    .orElse(Target.instance()));
            return found.orElseThrow(() -> RefusedException.notFound("user", login));
        });
    }

    private User show(Caller caller, Supplier<User> found) {
        return work.reading(() -> {
            User user = found.get();
            work.guard().require(caller, RosterPermission.USER_READ, Target.of(user));
            return user;
        });
    }

    private static boolean isOwn(Caller caller, User user) {
        return caller.is(user.id());
    }
}

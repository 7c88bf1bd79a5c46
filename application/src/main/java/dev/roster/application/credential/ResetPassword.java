package dev.roster.application.credential;

import dev.roster.application.access.Caller;
import dev.roster.application.port.ContextWords;
import dev.roster.application.port.Passwords;
import dev.roster.application.port.Users;
import dev.roster.application.work.Changes;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.credential.Password;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;

/** Sets somebody's password without knowing the old one, ends their sessions and, where asked, what else opens the account. */
public final class ResetPassword {
    /** Whose password, the one that is to be, and what goes with the old one. */
    public record Command(UserId user, Password wanted, OtherCredentials.Wish others) {}

    /** The user, and what still opens the account. */
    public record Done(User user, OtherCredentials.Settled others) {}

    private final UnitOfWork work;
    private final Users users;
    private final KeyOwnership keyOwners;
    private final TokenOwnership tokenOwners;
    private final ChosenPassword chosen;
    private final Passwords passwords;
    private final OtherCredentials others;

    @Inject
    ResetPassword(
            UnitOfWork work,
            Users users,
            KeyOwnership keyOwners,
            TokenOwnership tokenOwners,
            ChosenPassword chosen,
            Passwords passwords,
            OtherCredentials others) {
        this.work = work;
        this.users = users;
        this.keyOwners = keyOwners;
        this.tokenOwners = tokenOwners;
        this.chosen = chosen;
        this.passwords = passwords;
        this.others = others;
    }

    /**
     * @throws RefusedException INVALID naming {@code password} for one that the policy does not take, and for a service
     *     account; FORBIDDEN where the caller may not end keys, or is not the operator and would renew a token
     */
    public Done handle(Caller caller, Command command) {
        User known = work.reading(() -> require(caller, command));
        String hash = chosen.hash(command.wanted(), ContextWords.of(known));
        return work.inTransaction(() -> set(caller, require(caller, command), command.others(), hash));
    }

    private User require(Caller caller, Command command) {
        User user = users.get(command.user());
        work.guard().requireToTakeOver(caller, RosterPermission.USER_UPDATE, user);
        user.mustBePerson("password", "password");
        if (command.others().endKeys()) {
            keyOwners.requireToEnd(caller, user);
        }
        if (command.others().renewToken()) {
            tokenOwners.require(caller, user.id());
        }
        return user;
    }

    private Done set(Caller caller, User user, OtherCredentials.Wish wish, String hash) {
        passwords.set(user.id(), hash, work.now());
        Changes changes = Changes.none().addHidden("password");
        OtherCredentials.Settled settled = others.settle(user.id(), wish, changes);
        work.journal().write(caller, "user.set-password", Target.of(user), changes);
        return new Done(user, settled);
    }
}

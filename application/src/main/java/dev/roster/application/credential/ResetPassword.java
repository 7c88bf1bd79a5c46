package dev.roster.application.credential;

import dev.roster.application.access.Caller;
import dev.roster.application.port.ContextWords;
import dev.roster.application.port.PasswordHasher;
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
import java.util.Optional;

/** Sets a user's password without the old one, ends their sessions and, on request, the other credentials of the account. */
public final class ResetPassword {
    /**
     * The user, the new password, and which other credentials end.
     *
     * @param mustDiffer whether the current password is refused; only for the local operator, as it would reveal to others
     *     whether they guessed it
     */
    public record Command(UserId user, Password wanted, OtherCredentials.Wish others, boolean mustDiffer) {
        /** One that may be the password that the user has already. */
        public Command(UserId user, Password wanted, OtherCredentials.Wish others) {
            this(user, wanted, others, false);
        }

        public Command differing() {
            return new Command(user, wanted, others, true);
        }
    }

    /** The user, and what still opens the account. */
    public record Done(User user, OtherCredentials.Settled others) {}

    private final UnitOfWork work;
    private final Users users;
    private final KeyOwnership keyOwners;
    private final TokenOwnership tokenOwners;
    private final ChosenPassword chosen;
    private final Passwords passwords;
    private final PasswordHasher hasher;
    private final OtherCredentials others;

    @Inject
    ResetPassword(
            UnitOfWork work,
            Users users,
            KeyOwnership keyOwners,
            TokenOwnership tokenOwners,
            ChosenPassword chosen,
            Passwords passwords,
            PasswordHasher hasher,
            OtherCredentials others) {
        this.work = work;
        this.users = users;
        this.keyOwners = keyOwners;
        this.tokenOwners = tokenOwners;
        this.chosen = chosen;
        this.passwords = passwords;
        this.hasher = hasher;
        this.others = others;
    }

    /**
     * @throws RefusedException INVALID naming {@code password} for one that the policy does not take, and for a service
     *     account; CONFLICT naming {@code password} for the current one, where it must differ; FORBIDDEN where the caller may not
     *     end keys, or is not the operator and would renew a token or know that it differs
     */
    public Done handle(Caller caller, Command command) {
        User known = work.reading(() -> require(caller, command));
        if (command.mustDiffer()) {
            requireAnother(known, command.wanted());
        }
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
        if (command.mustDiffer() && !caller.isOperator()) {
            throw RefusedException.forbidden("only the local operator may check whether a password is the current one");
        }
        return user;
    }

    /** Takes a hash, and so is asked outside of the transaction; nothing is wrong where it is the current one by then. */
    private void requireAnother(User user, Password wanted) {
        Optional<Passwords.Kept> kept = work.reading(() -> passwords.find(user.id()));
        if (kept.isPresent()
                && wanted.spellings().stream()
                        .anyMatch(
                                spelling -> hasher.matches(spelling, kept.get().hash()))) {
            throw RefusedException.conflict(
                    "password", "`" + user.username() + "` already has this password; choose another");
        }
    }

    private Done set(Caller caller, User user, OtherCredentials.Wish wish, String hash) {
        passwords.set(user.id(), hash, work.now());
        Changes changes = Changes.none().addHidden("password");
        OtherCredentials.Settled settled = others.settle(user.id(), wish, changes);
        work.journal().write(caller, "user.set-password", Target.of(user), changes);
        return new Done(user, settled);
    }
}

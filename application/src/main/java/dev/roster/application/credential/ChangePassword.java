package dev.roster.application.credential;

import dev.roster.application.Now;
import dev.roster.application.access.AccessGuard;
import dev.roster.application.access.Caller;
import dev.roster.application.audit.Changes;
import dev.roster.application.audit.Journal;
import dev.roster.application.port.ContextWords;
import dev.roster.application.port.PasswordHasher;
import dev.roster.application.port.Passwords;
import dev.roster.application.port.Sessions;
import dev.roster.application.port.Transactions;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.credential.Password;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.User;
import jakarta.inject.Inject;
import java.util.Optional;

/** Changes the caller's own password. Takes the old one, and ends the caller's other sessions. */
public final class ChangePassword {
    /** The password that is, and the one that is to be. */
    public record Command(Password current, Password wanted) {}

    private final Transactions transactions;
    private final AccessGuard guard;
    private final Passwords passwords;
    private final PasswordHasher hasher;
    private final ChosenPassword chosenPassword;
    private final Sessions sessions;
    private final Journal journal;
    private final Now now;

    @Inject
    ChangePassword(
            Transactions transactions,
            AccessGuard guard,
            Passwords passwords,
            PasswordHasher hasher,
            ChosenPassword chosenPassword,
            Sessions sessions,
            Journal journal,
            Now now) {
        this.transactions = transactions;
        this.guard = guard;
        this.passwords = passwords;
        this.hasher = hasher;
        this.chosenPassword = chosenPassword;
        this.sessions = sessions;
        this.journal = journal;
        this.now = now;
    }

    /** @throws RefusedException INVALID naming {@code current_password}, when that is wrong or there is none */
    public void handle(Caller caller, Command command) {
        User user = guard.requireAccount(caller);
        Optional<String> hash = transactions.reading(() -> passwords.hashOf(user.id()));
        if (hash.isEmpty() || !hasher.matches(command.current(), hash.get())) {
            throw RefusedException.invalid("current_password", "the current password is wrong");
        }
        String wanted = chosenPassword.hash(command.wanted(), ContextWords.of(user));
        transactions.inTransaction(() -> {
            guard.require(caller, RosterPermission.USER_READ, Target.of(user));
            passwords.set(user.id(), wanted, now.get());
            sessions.removeAllOf(user.id(), caller.session());
            journal.write(
                    caller,
                    "user.change-password",
                    Target.of(user),
                    Changes.none().addHidden("password"));
        });
    }
}

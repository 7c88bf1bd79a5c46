package dev.roster.application.credential;

import dev.roster.application.access.Caller;
import dev.roster.application.port.Passwords;
import dev.roster.application.port.Sessions;
import dev.roster.application.work.Changes;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.credential.Password;
import dev.roster.domain.user.User;
import jakarta.inject.Inject;

/** Changes the caller's own password. Takes the old one, and ends the caller's other sessions. */
public final class ChangePassword {
    /** The password that is, and the one that is to be. */
    public record Command(Password current, Password wanted) {}

    private final UnitOfWork work;
    private final PasswordProof proof;
    private final ChosenPassword chosenPassword;
    private final Passwords passwords;
    private final Sessions sessions;

    @Inject
    ChangePassword(
            UnitOfWork work,
            PasswordProof proof,
            ChosenPassword chosenPassword,
            Passwords passwords,
            Sessions sessions) {
        this.work = work;
        this.proof = proof;
        this.chosenPassword = chosenPassword;
        this.passwords = passwords;
        this.sessions = sessions;
    }

    /**
     * @throws RefusedException FORBIDDEN for an API key; INVALID naming {@code current_password}, when that is wrong, is not the current one any more, or
     *     there is none; THROTTLED after too many wrong ones
     */
    public void handle(Caller caller, Command command) {
        work.guard().requireNoKey(caller);
        User known = work.reading(() -> work.guard().requireAccount(caller));
        PasswordProof.Proven proven =
                proof.again(known, command.current(), caller.origin()).orElseThrow(ChangePassword::wrong);
        String wanted = chosenPassword.hash(command.wanted(), proven.words());
        work.inTransaction(() -> {
            work.guard().requireAccount(caller);
            set(caller, proven.confirm().orElseThrow(ChangePassword::wrong), wanted);
        });
    }

    private void set(Caller caller, User user, String hash) {
        passwords.set(user.id(), hash, work.now());
        sessions.removeAllOf(user.id(), caller.session());
        work.journal()
                .write(
                        caller,
                        "user.change-password",
                        Target.of(user),
                        Changes.none().addHidden("password"));
    }

    private static RefusedException wrong() {
        return RefusedException.invalid("current_password", "the current password is wrong");
    }
}

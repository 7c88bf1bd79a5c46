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

/** Changes the caller's own password. Requires the current one, and ends the caller's other sessions. */
public final class ChangePassword {
    /** The current password and the new one. */
    public record Command(Password current, Password wanted) {}

    private final UnitOfWork work;
    private final OwnPassword ownPassword;
    private final ChosenPassword chosenPassword;
    private final Passwords passwords;
    private final Sessions sessions;

    @Inject
    ChangePassword(
            UnitOfWork work,
            OwnPassword ownPassword,
            ChosenPassword chosenPassword,
            Passwords passwords,
            Sessions sessions) {
        this.work = work;
        this.ownPassword = ownPassword;
        this.chosenPassword = chosenPassword;
        this.passwords = passwords;
        this.sessions = sessions;
    }

    /**
     * @throws RefusedException FORBIDDEN for an API key; INVALID naming {@code current_password} if it is wrong, is no longer
     *     the current one, or if there is none; THROTTLED after too many wrong ones
     */
    public void handle(Caller caller, Command command) {
        OwnPassword.Shown shown = ownPassword.require(caller, command.current(), ChangePassword::wrong);
        String wanted = chosenPassword.hash(command.wanted(), shown.words());
        shown.then(user -> {
            set(caller, user, wanted);
            return user;
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

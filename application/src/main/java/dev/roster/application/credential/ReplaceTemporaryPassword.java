package dev.roster.application.credential;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.port.Passwords;
import dev.roster.application.work.Changes;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.credential.Password;
import dev.roster.domain.user.User;
import jakarta.inject.Inject;

/** Lets a user replace a temporary password with their own, and logs them in. */
public final class ReplaceTemporaryPassword {
    /** What was entered, and where. */
    public record Command(String login, Password temporary, Password wanted, Origin origin) {}

    private final UnitOfWork work;
    private final PasswordProof proof;
    private final ChosenPassword chosen;
    private final Activation activation;
    private final Passwords passwords;
    private final SessionOpener sessions;

    @Inject
    ReplaceTemporaryPassword(
            UnitOfWork work,
            PasswordProof proof,
            ChosenPassword chosen,
            Activation activation,
            Passwords passwords,
            SessionOpener sessions) {
        this.work = work;
        this.proof = proof;
        this.chosen = chosen;
        this.activation = activation;
        this.passwords = passwords;
        this.sessions = sessions;
    }

    /**
     * @throws RefusedException as {@link LogIn} does; CONFLICT naming {@code password} if it is not temporary; INVALID naming
     *     {@code password} if the policy refuses it, or if it is the temporary one again; FORBIDDEN for an invited user while
     *     the installation has no owner
     */
    public LogIn.Opened handle(Command command) {
        PasswordProof.Proven proven = proof.require(command.login(), command.temporary(), command.origin());
        if (!proven.isTemporary()) {
            throw RefusedException.conflict("password", "this password is not temporary; log in with it");
        }
        if (command.wanted().reveal().equals(command.temporary().reveal())) {
            throw RefusedException.invalid("password", "choose a password other than the temporary one");
        }
        String hash = chosen.hash(command.wanted(), proven.words());
        return work.inTransaction(
                () -> replace(proven.confirm().orElseThrow(PasswordProof::wrong), hash, command.origin()));
    }

    private LogIn.Opened replace(User before, String hash, Origin origin) {
        passwords.set(before.id(), hash, work.now());
        User user = activation.activate(before, Caller.user(before, origin));
        work.journal()
                .write(
                        Caller.user(user, origin),
                        "user.change-password",
                        Target.of(user),
                        Changes.none().addHidden("password"));
        return sessions.open(user, origin);
    }
}

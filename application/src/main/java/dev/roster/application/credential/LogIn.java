package dev.roster.application.credential;

import dev.roster.application.access.Origin;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.credential.Password;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.credential.Session;
import dev.roster.domain.user.User;
import jakarta.inject.Inject;

/** Opens a session with a username or e-mail address and its password. */
public final class LogIn {
    /** What was entered, and where. */
    public record Command(String login, Password password, Origin origin) {}

    /** The session, whose it is, and the key that opens it: shown here only. */
    public record Opened(User user, Session session, SecretText key) {}

    private final UnitOfWork work;
    private final PasswordProof proof;
    private final SessionOpener sessions;

    @Inject
    LogIn(UnitOfWork work, PasswordProof proof, SessionOpener sessions) {
        this.work = work;
        this.proof = proof;
        this.sessions = sessions;
    }

    /**
     * @throws RefusedException UNAUTHENTICATED, in the same words and after the same time whether the account is
     *     unknown, has no password, is not active, or has another password; THROTTLED, likewise, after too many of
     *     those; CONFLICT naming {@code password} when that is right but temporary; BUSY when too many are logging in
     */
    public Opened handle(Command command) {
        PasswordProof.Proven proven = prove(command);
        return work.inTransaction(() -> sessions.open(confirmed(proven), command.origin()));
    }

    private PasswordProof.Proven prove(Command command) {
        PasswordProof.Proven proven = proof.require(command.login(), command.password(), command.origin());
        if (proven.isTemporary()) {
            work.inTransaction(() -> proven.confirm().orElseThrow(PasswordProof::wrong));
            throw RefusedException.conflict(
                    "password", "this password is temporary; replace it with one of your own to log in");
        }
        return proven;
    }

    private User confirmed(PasswordProof.Proven proven) {
        return proven.confirm().filter(user -> user.isActiveAt(work.now())).orElseThrow(PasswordProof::wrong);
    }
}

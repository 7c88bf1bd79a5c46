package dev.roster.application.credential;

import dev.roster.application.access.Origin;
import dev.roster.application.port.LogInLinks;
import dev.roster.application.port.Users;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.credential.Guess;
import dev.roster.domain.credential.SecretDigest;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.util.Optional;

/** Opens a session with a {@linkplain CreateLogInLink log-in link}, and uses the link up. */
public final class LogInByLink {
    /** The secret of the link, and where it was followed. */
    public record Command(SecretText link, Origin origin) {}

    private final UnitOfWork work;
    private final Users users;
    private final LogInLinks links;
    private final Throttle throttle;
    private final SessionOpener sessions;

    @Inject
    LogInByLink(UnitOfWork work, Users users, LogInLinks links, Throttle throttle, SessionOpener sessions) {
        this.work = work;
        this.users = users;
        this.links = links;
        this.throttle = throttle;
        this.sessions = sessions;
    }

    /**
     * @throws RefusedException NOT_FOUND naming {@code link} that is wrong, expired or used; it does not say which; THROTTLED
     *     for those after too many of them from one address
     */
    public LogIn.Opened handle(Command command) {
        SecretDigest link = command.link().digest();
        if (work.reading(() -> links.find(link, work.now()).flatMap(this::active))
                .isEmpty()) {
            throttle.admit(Guess.RESET, command.origin()).failed();
            throw dead();
        }
        return work.inTransaction(() -> sessions.open(
                links.claim(link, work.now()).flatMap(this::active).orElseThrow(LogInByLink::dead), command.origin()));
    }

    private Optional<User> active(UserId id) {
        return users.find(id).filter(user -> user.isActiveAt(work.now())).filter(user -> !user.isService());
    }

    private static RefusedException dead() {
        return RefusedException.missing("link", "this link is wrong, expired or used; ask for a new one");
    }
}

package dev.roster.application.credential;

import dev.roster.application.access.Caller;
import dev.roster.application.port.Links;
import dev.roster.application.port.LogInLinks;
import dev.roster.application.port.SecretSource;
import dev.roster.application.port.Users;
import dev.roster.application.work.Changes;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;

/**
 * Creates a link that logs a person in, once and without a password. Only for the operator of the machine of the store, who
 * may do anything there anyway. The previous one stops working at once.
 */
public final class CreateLogInLink {
    /**
     * Whose account, and for how long the link works.
     *
     * @param life more than zero
     */
    public record Command(UserId user, Duration life) {
        private static final Duration USUAL = Duration.ofMinutes(10);

        /** For ten minutes. */
        public static Command of(UserId user) {
            return new Command(user, USUAL);
        }
    }

    /** @param link holds the secret, and is shown here only */
    public record Created(User user, String link, Instant expiresAt) {}

    private static final String PREFIX = "rll_";

    private final UnitOfWork work;
    private final Users users;
    private final LogInLinks logInLinks;
    private final SecretSource secrets;
    private final Links links;

    @Inject
    CreateLogInLink(UnitOfWork work, Users users, LogInLinks logInLinks, SecretSource secrets, Links links) {
        this.work = work;
        this.users = users;
        this.logInLinks = logInLinks;
        this.secrets = secrets;
        this.links = links;
    }

    /**
     * @throws RefusedException NOT_FOUND naming {@code user}; FORBIDDEN for all but the local operator; CONFLICT naming
     *     {@code user} who is not active or is a service account
     */
    public Created handle(Caller caller, Command command) {
        return work.inTransaction(() -> {
            User user = users.get(command.user());
            work.guard().requireOwner(caller, "only an owner creates log-in links");
            if (!caller.isOperator()) {
                throw RefusedException.forbidden("only the local operator may create a log-in link");
            }
            user.mustStillStay(work.now());
            if (!user.isActive() || user.isService()) {
                throw RefusedException.conflict("user", "`" + user.username() + "` is not an active person");
            }
            return create(caller, user, user.notAfterStay(work.now().plus(command.life())));
        });
    }

    private Created create(Caller caller, User user, Instant end) {
        SecretText secret = secrets.next(PREFIX);
        logInLinks.put(user.id(), secret.digest(), end);
        work.journal()
                .write(
                        caller,
                        "user.create-log-in-link",
                        Target.of(user),
                        Changes.none().set("expires_at", end));
        return new Created(user, links.logIn(secret), end);
    }
}

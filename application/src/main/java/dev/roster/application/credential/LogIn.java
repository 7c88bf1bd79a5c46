package dev.roster.application.credential;

import dev.roster.application.Now;
import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.audit.Journal;
import dev.roster.application.port.Ids;
import dev.roster.application.port.Limits;
import dev.roster.application.port.PasswordHasher;
import dev.roster.application.port.Passwords;
import dev.roster.application.port.SecretSource;
import dev.roster.application.port.Sessions;
import dev.roster.application.port.Transactions;
import dev.roster.application.port.Users;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.credential.Guess;
import dev.roster.domain.credential.Password;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.credential.Session;
import dev.roster.domain.credential.SessionId;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** Opens a session for whoever knows a username or e-mail and its password. */
public final class LogIn {
    /** What somebody typed, and where. */
    public record Command(String login, Password password, Origin origin) {}

    /** The session, whose it is, and the key that opens it: shown here only. */
    public record Opened(User user, Session session, SecretText key) {}

    private static final String PREFIX = "rss_";

    private final Transactions transactions;
    private final Users users;
    private final Passwords passwords;
    private final Throttle throttle;
    private final PasswordHasher hasher;
    private final Sessions sessions;
    private final SecretSource secrets;
    private final Limits limits;
    private final Journal journal;
    private final Ids ids;
    private final Now now;

    @Inject
    LogIn(
            Transactions transactions,
            Users users,
            Passwords passwords,
            Throttle throttle,
            PasswordHasher hasher,
            Sessions sessions,
            SecretSource secrets,
            Limits limits,
            Journal journal,
            Ids ids,
            Now now) {
        this.transactions = transactions;
        this.users = users;
        this.passwords = passwords;
        this.throttle = throttle;
        this.hasher = hasher;
        this.sessions = sessions;
        this.secrets = secrets;
        this.limits = limits;
        this.journal = journal;
        this.ids = ids;
        this.now = now;
    }

    /**
     * @throws RefusedException UNAUTHENTICATED, in the same words and after the same time whether the account is
     *     unknown, has no password, is not active, or has another password; THROTTLED, likewise, after too many of
     *     those; BUSY when too many are logging in
     */
    public Opened handle(Command command) {
        Proof proof = prove(command);
        return transactions.inTransaction(() -> {
            proof.attempt().succeeded();
            return open(proof.user().id(), command.origin());
        });
    }

    /** Whose login and password these are; opens nothing. Refuses as {@link #handle} does. */
    public User check(Command command) {
        Proof proof = prove(command);
        proof.attempt().succeeded();
        return proof.user();
    }

    private record Proof(User user, Throttle.Attempt attempt) {}

    private Proof prove(Command command) {
        NameKey login = NameKey.of(command.login().strip());
        Optional<User> user = transactions.reading(() -> users.findByLogin(login));
        Throttle.Attempt attempt = throttle.admit(Guess.LOG_IN, command.origin(), login, user.orElse(null));
        Optional<String> hash =
                user.filter(User::isActive).flatMap(found -> transactions.reading(() -> passwords.hashOf(found.id())));
        if (user.isEmpty() || hash.isEmpty()) {
            hasher.matchNothing(command.password());
            attempt.failed();
            throw wrong();
        }
        if (!hasher.matches(command.password(), hash.get())) {
            attempt.failed();
            throw wrong();
        }
        strengthen(user.get(), command.password(), hash.get());
        return new Proof(user.get(), attempt);
    }

    private static RefusedException wrong() {
        return RefusedException.unauthenticated("wrong username, e-mail or password");
    }

    /** Replaces a hash of older, weaker parameters, unless somebody set another password meanwhile. */
    private void strengthen(User user, Password password, String hash) {
        if (hasher.isOutdated(hash)) {
            String stronger = hasher.hash(password);
            transactions.inTransaction(() -> passwords
                    .hashOf(user.id())
                    .filter(hash::equals)
                    .ifPresent(same -> passwords.set(user.id(), stronger, now.get())));
        }
    }

    private Opened open(UserId id, Origin origin) {
        User user = users.find(id).filter(User::isActive).orElseThrow(LogIn::wrong);
        Instant at = now.get();
        SecretText key = secrets.next(PREFIX);
        Session session = new Session(
                new SessionId(ids.next()),
                id,
                key.digest(),
                origin.agent(),
                origin.address(),
                at,
                at,
                at.plus(limits.sessionLongest()));
        sessions.removeDead(at, at.minus(limits.sessionIdle()));
        sessions.add(session);
        journal.write(Caller.user(user, origin), "session.open", Target.of(user));
        return new Opened(user, session, key);
    }
}

package dev.roster.application.credential;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.port.MailCarrier;
import dev.roster.application.port.Passwords;
import dev.roster.application.port.Users;
import dev.roster.application.work.Changes;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.credential.Guess;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.User;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Mails a link to a user who forgot their password. Any visitor can ask, so the answer is always the same and does not
 * reveal which accounts exist.
 */
public final class RequestPasswordReset {
    /** @param login the username or e-mail address that was entered */
    public record Command(String login, Origin origin) {}

    private final UnitOfWork work;
    private final Users users;
    private final Passwords passwords;
    private final Throttle throttle;
    private final PasswordLinks links;
    private final MailCarrier carrier;

    @Inject
    RequestPasswordReset(
            UnitOfWork work,
            Users users,
            Passwords passwords,
            Throttle throttle,
            PasswordLinks links,
            MailCarrier carrier) {
        this.work = work;
        this.users = users;
        this.passwords = passwords;
        this.throttle = throttle;
        this.links = links;
        this.carrier = carrier;
    }

    /** Whether mail is sent automatically; otherwise the operator forwards it, and users should ask a person instead. */
    public boolean isMailed() {
        return !carrier.keepsFiles();
    }

    /** @throws RefusedException THROTTLED after too many requests, also for accounts that do not exist */
    public void handle(Command command) {
        NameKey login = NameKey.of(command.login().strip());
        Optional<User> user = work.reading(() -> users.findByLogin(login));
        Throttle.Attempt attempt = throttle.admit(Guess.RESET, command.origin(), login, user.orElse(null));
        // Each request is a mail, so each counts.
        attempt.failed();
        Caller caller = Caller.roster(command.origin());
        // Found again: the address that the link goes to is the one of now.
        work.inTransaction(() -> users.findByLogin(login)
                .filter(this::canReset)
                .ifPresentOrElse(found -> links.send(caller, found, "user.request-reset"), () -> tellOfNobody(caller)));
    }

    /** Only who has an address, and a password to have forgotten. */
    private boolean canReset(User user) {
        return user.isActiveAt(work.now())
                && !user.isService()
                && user.email() != null
                && passwords.find(user.id()).isPresent();
    }

    /** Writes as a mail would, so that it takes as long, and leaves out what was typed: it may be a password. */
    private void tellOfNobody(Caller caller) {
        work.journal()
                .write(
                        caller,
                        "user.request-reset",
                        Target.instance(),
                        Changes.none().set("account", "unknown"));
    }
}

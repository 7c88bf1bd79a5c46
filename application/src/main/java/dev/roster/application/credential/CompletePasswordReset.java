package dev.roster.application.credential;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.mail.Postbox;
import dev.roster.application.port.ContextWords;
import dev.roster.application.port.PasswordResets;
import dev.roster.application.port.Passwords;
import dev.roster.application.port.Sessions;
import dev.roster.application.port.Users;
import dev.roster.application.work.Changes;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.credential.Guess;
import dev.roster.domain.credential.Password;
import dev.roster.domain.credential.SecretDigest;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.mail.Letter;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/** Sets the password of whoever followed the link in the mail, and ends their sessions. */
public final class CompletePasswordReset {
    /** The secret of the link and the password that is to be. */
    public record Command(SecretText link, Password wanted, Origin origin) {}

    private final UnitOfWork work;
    private final Users users;
    private final Throttle throttle;
    private final PasswordResets resets;
    private final ChosenPassword chosen;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Postbox postbox;

    @Inject
    CompletePasswordReset(
            UnitOfWork work,
            Users users,
            Throttle throttle,
            PasswordResets resets,
            ChosenPassword chosen,
            Passwords passwords,
            Sessions sessions,
            Postbox postbox) {
        this.work = work;
        this.users = users;
        this.throttle = throttle;
        this.resets = resets;
        this.chosen = chosen;
        this.passwords = passwords;
        this.sessions = sessions;
        this.postbox = postbox;
    }

    /**
     * Returns whose password it is now.
     *
     * @throws RefusedException NOT_FOUND naming {@code link} that is wrong, expired or used; it does not say which; THROTTLED
     *     for those after too many of them from one address
     */
    public User handle(Command command) {
        SecretDigest link = command.link().digest();
        User known = work.reading(() -> resets.find(link, work.now()).flatMap(this::active))
                .orElseThrow(() -> wrong(command));
        String hash = chosen.hash(command.wanted(), ContextWords.of(known));
        return work.inTransaction(() -> {
            User user = resets.claim(link, work.now()).flatMap(this::active).orElseThrow(CompletePasswordReset::dead);
            return set(user, hash, command.origin());
        });
    }

    private Optional<User> active(UserId id) {
        return users.find(id).filter(User::isActive).filter(user -> !user.isService());
    }

    /** Only what is wrong is counted: nobody is kept from following a link by those who share their address. */
    private RefusedException wrong(Command command) {
        throttle.admit(Guess.RESET, command.origin()).failed();
        return dead();
    }

    private User set(User user, String hash, Origin origin) {
        passwords.set(user.id(), hash, work.now());
        sessions.removeAllOf(user.id(), null);
        if (user.email() != null) {
            postbox.send(new Letter(
                    user.email(),
                    user.id(),
                    Letter.Kind.PASSWORD_CHANGED,
                    Map.of("username", user.username().value())));
        }
        work.journal()
                .write(
                        Caller.user(user, origin),
                        "user.reset-password",
                        Target.of(user),
                        Changes.none().addHidden("password"));
        return user;
    }

    private static RefusedException dead() {
        return RefusedException.missing("link", "this link is wrong, expired or used; ask for a new one");
    }
}

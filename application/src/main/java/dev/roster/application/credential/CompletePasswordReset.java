package dev.roster.application.credential;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.mail.Postbox;
import dev.roster.application.port.ContextWords;
import dev.roster.application.port.PasswordResets;
import dev.roster.application.port.Passwords;
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

/**
 * Sets the password of a user who followed the link in the mail, ends their sessions and, on request, the other credentials
 * of the account.
 */
public final class CompletePasswordReset {
    /** The secret of the link, the new password, and which other credentials end. */
    public record Command(SecretText link, Password wanted, OtherCredentials.Wish others, Origin origin) {
        /** Where keys and the user token stay. */
        public Command(SecretText link, Password wanted, Origin origin) {
            this(link, wanted, OtherCredentials.Wish.keepAll(), origin);
        }
    }

    /** Whose password it is now, and what still opens the account. */
    public record Done(User user, OtherCredentials.Settled others) {}

    private final UnitOfWork work;
    private final Users users;
    private final Throttle throttle;
    private final PasswordResets resets;
    private final ChosenPassword chosen;
    private final Passwords passwords;
    private final OtherCredentials others;
    private final Postbox postbox;

    @Inject
    CompletePasswordReset(
            UnitOfWork work,
            Users users,
            Throttle throttle,
            PasswordResets resets,
            ChosenPassword chosen,
            Passwords passwords,
            OtherCredentials others,
            Postbox postbox) {
        this.work = work;
        this.users = users;
        this.throttle = throttle;
        this.resets = resets;
        this.chosen = chosen;
        this.passwords = passwords;
        this.others = others;
        this.postbox = postbox;
    }

    /**
     * @throws RefusedException NOT_FOUND naming {@code link} that is wrong, expired or used; it does not say which; THROTTLED
     *     for those after too many of them from one address
     */
    public Done handle(Command command) {
        SecretDigest link = command.link().digest();
        User known = work.reading(() -> resets.find(link, work.now()).flatMap(this::active))
                .orElseThrow(() -> wrong(command));
        String hash = chosen.hash(command.wanted(), ContextWords.of(known));
        return work.inTransaction(() -> {
            User user = resets.claim(link, work.now()).flatMap(this::active).orElseThrow(CompletePasswordReset::dead);
            return set(user, hash, command);
        });
    }

    private Optional<User> active(UserId id) {
        return users.find(id).filter(user -> user.isActiveAt(work.now())).filter(user -> !user.isService());
    }

    /** Only what is wrong is counted: nobody is kept from following a link by those who share their address. */
    private RefusedException wrong(Command command) {
        throttle.admit(Guess.RESET, command.origin()).failed();
        return dead();
    }

    private Done set(User user, String hash, Command command) {
        passwords.set(user.id(), hash, work.now());
        Changes changes = Changes.none().addHidden("password");
        OtherCredentials.Settled settled = others.settle(user.id(), command.others(), changes);
        tell(user);
        work.journal().write(Caller.user(user, command.origin()), "user.reset-password", Target.of(user), changes);
        return new Done(user, settled);
    }

    private void tell(User user) {
        if (user.email() != null) {
            postbox.send(new Letter(
                    user.email(),
                    user.id(),
                    Letter.Kind.PASSWORD_CHANGED,
                    Map.of("username", user.username().value())));
        }
    }

    private static RefusedException dead() {
        return RefusedException.missing("link", "this link is wrong, expired or used; ask for a new one");
    }
}

package dev.roster.application.invitation;

import dev.roster.application.access.Origin;
import dev.roster.application.credential.LogIn;
import dev.roster.application.credential.Throttle;
import dev.roster.application.port.PasswordHasher;
import dev.roster.application.port.PendingSignUps;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.credential.Guess;
import dev.roster.domain.credential.Password;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.invitation.PendingSignUp;
import dev.roster.domain.user.User;
import dev.roster.domain.user.Username;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Creates the account of a person who signed up with an e-mail address, follows the link that was mailed there, and knows
 * the chosen password. Neither is enough alone: a stranger may have entered the address together with a password.
 */
public final class ConfirmSignUp {
    /** @param username another one than they signed up with, as when that is taken; null to keep it */
    @RecordBuilder
    public record Command(
            SecretText link, Password password, @Nullable Username username, Origin origin)
            implements ConfirmSignUpCommandBuilder.With {
        public static Command of(SecretText link, Password password, Origin origin) {
            return ConfirmSignUpCommandBuilder.builder()
                    .link(link)
                    .password(password)
                    .origin(origin)
                    .build();
        }
    }

    private final UnitOfWork work;
    private final SignUpDoor door;
    private final OwnAccount account;
    private final Throttle throttle;
    private final PasswordHasher hasher;
    private final PendingSignUps pending;

    @Inject
    ConfirmSignUp(
            UnitOfWork work,
            SignUpDoor door,
            OwnAccount account,
            Throttle throttle,
            PasswordHasher hasher,
            PendingSignUps pending) {
        this.work = work;
        this.door = door;
        this.account = account;
        this.throttle = throttle;
        this.hasher = hasher;
        this.pending = pending;
    }

    /**
     * @throws RefusedException NOT_FOUND naming {@code link} that is wrong, expired or used, or an invite link that was so
     *     since; INVALID naming {@code password} when it is not the one they chose; FORBIDDEN and INVALID as at
     *     {@link SignUp}; CONFLICT naming {@code username} or {@code email}; THROTTLED after too many of those
     */
    public LogIn.Opened handle(Command command) {
        Throttle.Attempt attempt = throttle.admit(Guess.INVITATION, command.origin());
        PendingSignUp known = work.reading(() -> find(command)).orElse(null);
        if (known == null) {
            attempt.failed();
            throw dead();
        }
        if (!hasher.matches(command.password(), known.passwordHash())) {
            attempt.failed();
            throw RefusedException.invalid("password", "this is not the password that you signed up with");
        }
        try {
            return work.inTransaction(() -> confirm(command, known));
        } catch (RefusedException refused) {
            // A link is no way to find out, again and again, which names are taken.
            if (refused.kind() == RefusedException.Kind.CONFLICT) {
                attempt.failed();
            }
            throw refused;
        }
    }

    private Optional<PendingSignUp> find(Command command) {
        return pending.find(command.link().digest(), work.now());
    }

    private LogIn.Opened confirm(Command command, PendingSignUp known) {
        PendingSignUp waiting = find(command).filter(known::equals).orElseThrow(ConfirmSignUp::dead);
        door.requireOpen(waiting.link());
        door.requireOwner();
        Username username = command.username() == null ? waiting.username() : command.username();
        SignUpDoor.requireOwnName(username.toGive(), waiting.email());
        pending.removeAllOf(waiting.email().key());
        User draft = account.draft(username)
                .withEmail(waiting.email())
                .withProfile(waiting.profile().renamed(waiting.username(), username));
        return account.open(waiting.link(), draft, waiting.passwordHash(), waiting.said(), command.origin());
    }

    private static RefusedException dead() {
        return RefusedException.missing("link", "this link is wrong, expired or used; sign up again");
    }
}

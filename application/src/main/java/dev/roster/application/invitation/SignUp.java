package dev.roster.application.invitation;

import dev.roster.application.access.Origin;
import dev.roster.application.credential.ChosenPassword;
import dev.roster.application.credential.LogIn;
import dev.roster.application.credential.Throttle;
import dev.roster.application.port.ContextWords;
import dev.roster.application.port.Users;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.credential.Guess;
import dev.roster.domain.credential.Password;
import dev.roster.domain.credential.SecretDigest;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.invitation.PendingSignUp;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.Profile;
import dev.roster.domain.user.User;
import dev.roster.domain.user.Username;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets people sign up, as far as the installation allows: as annotators in one organization, in no workspace yet. Without an
 * e-mail address they get the account and are logged in at once. With one there is no account, and nothing is reserved,
 * before {@link ConfirmSignUp}, so that entering an address does not block it.
 */
public final class SignUp {
    /**
     * What was entered.
     *
     * @param link the secret of an organization's link; null to sign up without one, if sign-up is open
     * @param said data for an {@link Arrival}, at most {@value PendingSignUp#MOST_SAID} characters; null for none
     */
    @RecordBuilder
    public record Command(
            @Nullable SecretText link,
            Username username,
            @Nullable EmailAddress email,
            Profile profile,
            Password password,
            @Nullable String said,
            Origin origin)
            implements SignUpCommandBuilder.With {
        public Command {
            Objects.requireNonNull(username, "username");
            Objects.requireNonNull(profile, "profile");
            Objects.requireNonNull(password, "password");
            Objects.requireNonNull(origin, "origin");
        }

        public static Command of(Username username, Password password, Origin origin) {
            return SignUpCommandBuilder.builder()
                    .username(username)
                    .profile(Profile.named(username))
                    .password(password)
                    .origin(origin)
                    .build();
        }

        @Nullable
        SecretDigest linkDigest() {
            return link == null ? null : link.digest();
        }
    }

    private final UnitOfWork work;
    private final SignUpDoor door;
    private final OwnAccount account;
    private final Throttle throttle;
    private final ChosenPassword chosen;
    private final Users users;
    private final SignUpConfirmation confirmation;

    @Inject
    SignUp(
            UnitOfWork work,
            SignUpDoor door,
            OwnAccount account,
            Throttle throttle,
            ChosenPassword chosen,
            Users users,
            SignUpConfirmation confirmation) {
        this.work = work;
        this.door = door;
        this.account = account;
        this.throttle = throttle;
        this.chosen = chosen;
        this.users = users;
        this.confirmation = confirmation;
    }

    /**
     * Returns the session of the new account, or nothing if an e-mail address must be confirmed; that answer is the same
     * whether or not the address or the username is taken.
     *
     * @throws RefusedException FORBIDDEN if sign-up is closed, or requires a link, or if the installation has no owner;
     *     NOT_FOUND naming {@code link} that is wrong or used up; INVALID naming {@code email} that the link does not accept;
     *     CONFLICT naming {@code username}; THROTTLED after too many accounts or mails
     */
    public Optional<LogIn.Opened> handle(Command command) {
        door.requireOpen(command.linkDigest());
        // Each account counts, so that nobody makes thousands.
        throttle.admit(Guess.SIGN_UP, command.origin()).failed();
        work.reading(() -> {
            requireAdmitted(command);
            return true;
        });
        if (command.email() != null) {
            // Each is a mail to a mailbox that may be anybody's.
            throttle.admitMail(
                            Guess.CONFIRMATION,
                            command.origin(),
                            command.email().key())
                    .failed();
        }
        String hash = chosen.hash(
                command.password(),
                ContextWords.of(command.username(), command.email()).withNames(command.profile()));
        return work.inTransaction(() -> signUp(command, hash));
    }

    private void requireAdmitted(Command command) {
        door.requireOwner();
        door.requireAdmitted(command.linkDigest(), command.email());
        SignUpDoor.requireOwnName(command.username().toGive(), command.email());
    }

    private Optional<LogIn.Opened> signUp(Command command, String hash) {
        requireAdmitted(command);
        EmailAddress email = command.email();
        if (email == null) {
            User draft = account.draft(command.username()).withProfile(command.profile());
            return Optional.of(account.open(command.linkDigest(), draft, hash, command.said(), command.origin()));
        }
        users.findByEmail(email.key())
                .ifPresentOrElse(confirmation::sayTaken, () -> confirmation.ask(command, email, hash));
        return Optional.empty();
    }
}

package dev.roster.application.invitation;

import dev.roster.application.mail.Postbox;
import dev.roster.application.port.Links;
import dev.roster.application.port.PendingSignUps;
import dev.roster.application.port.SecretSource;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.invitation.PendingSignUp;
import dev.roster.domain.mail.Letter;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.User;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** What goes to the address that a sign-up names: the link that confirms it, or word that the address has an account. */
final class SignUpConfirmation {
    private static final String PREFIX = "rsu_";
    private static final Duration TIME_TO_CONFIRM = Duration.ofDays(1);

    private final UnitOfWork work;
    private final PendingSignUps pending;
    private final SecretSource secrets;
    private final Links links;
    private final Postbox postbox;

    @Inject
    SignUpConfirmation(UnitOfWork work, PendingSignUps pending, SecretSource secrets, Links links, Postbox postbox) {
        this.work = work;
        this.pending = pending;
        this.secrets = secrets;
        this.links = links;
        this.postbox = postbox;
    }

    /** Keeps what was typed until the link in the mail is opened, and removes what nobody confirmed in time. */
    void ask(SignUp.Command command, EmailAddress email, String hash) {
        Instant at = work.now();
        Instant end = at.plus(TIME_TO_CONFIRM);
        SecretText secret = secrets.next(PREFIX);
        pending.removeOld(at);
        pending.add(new PendingSignUp(
                secret.digest(),
                email,
                command.username(),
                command.profile(),
                hash,
                command.linkDigest(),
                command.said(),
                at,
                end));
        postbox.send(new Letter(
                email, Letter.Kind.SIGN_UP, Map.of("link", links.confirmSignUp(secret), "expires", end.toString())));
    }

    /** Nothing is sent to an account without an address. */
    void sayTaken(User holder) {
        if (holder.email() != null) {
            postbox.send(new Letter(
                    holder.email(),
                    holder.id(),
                    Letter.Kind.SIGN_UP_TAKEN,
                    Map.of("username", holder.username().value())));
        }
    }
}

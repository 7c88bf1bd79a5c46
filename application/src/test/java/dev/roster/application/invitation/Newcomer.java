package dev.roster.application.invitation;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.credential.CompletePasswordReset;
import dev.roster.application.credential.LogIn;
import dev.roster.application.credential.ReplaceTemporaryPassword;
import dev.roster.application.credential.RequestPasswordReset;
import dev.roster.application.fake.Fakes;
import dev.roster.application.mail.DeliverMail;
import dev.roster.application.scenario.UseCases;
import dev.roster.domain.audit.Door;
import dev.roster.domain.credential.Password;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.mail.Letter;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.User;
import dev.roster.domain.user.Username;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Somebody who has no account yet: reads their mail, and calls what anybody may call. */
final class Newcomer {
    static final Origin ORIGIN = new Origin(Door.API, "192.0.2.7", "a browser");

    private final Fakes fakes;
    private final UseCases useCases;

    Newcomer(Fakes fakes, UseCases useCases) {
        this.fakes = fakes;
        this.useCases = useCases;
    }

    /** The secret in the newest mail, once the outbox is carried. */
    SecretText mailedSecret() {
        return secretIn(String.valueOf(mail().values().get("link")));
    }

    Letter mail() {
        useCases.get(DeliverMail.class).handle(Caller.roster(Origin.of(Door.SYSTEM)), 100);
        return fakes.mailCarrier().last();
    }

    static SecretText secretIn(String link) {
        return new SecretText(link.substring(link.indexOf('#') + 1));
    }

    LogIn.Opened accept(SecretText link, String password) {
        return useCases.get(AcceptInvitation.class)
                .handle(AcceptInvitation.Command.of(link, Password.chosen(password), ORIGIN));
    }

    LogIn.Opened logIn(String login, String password) {
        return useCases.get(LogIn.class).handle(new LogIn.Command(login, Password.attempted(password), ORIGIN));
    }

    LogIn.Opened replace(String login, SecretText temporary, String password) {
        return useCases.get(ReplaceTemporaryPassword.class)
                .handle(new ReplaceTemporaryPassword.Command(
                        login, Password.attempted(temporary.reveal()), Password.chosen(password), ORIGIN));
    }

    void forget(String login) {
        useCases.get(RequestPasswordReset.class).handle(new RequestPasswordReset.Command(login, ORIGIN));
    }

    User reset(SecretText link, String password) {
        return useCases.get(CompletePasswordReset.class)
                .handle(new CompletePasswordReset.Command(link, Password.chosen(password), ORIGIN))
                .user();
    }

    /** At once, or as far as the mail to confirm it. */
    Optional<LogIn.Opened> signUp(@Nullable SecretText link, String username, @Nullable String email) {
        return useCases.get(SignUp.class)
                .handle(SignUp.Command.of(new Username(username), Password.chosen("a password of my own"), ORIGIN)
                        .withLink(link)
                        .withEmail(email == null ? null : new EmailAddress(email)));
    }

    LogIn.Opened confirm(SecretText link, String password, @Nullable String username) {
        return useCases.get(ConfirmSignUp.class)
                .handle(new ConfirmSignUp.Command(
                        link, Password.attempted(password), username == null ? null : new Username(username), ORIGIN));
    }
}

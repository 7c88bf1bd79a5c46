package dev.roster.application.scenario;

import dev.roster.application.access.Caller;
import dev.roster.application.credential.ChangePassword;
import dev.roster.application.credential.CompletePasswordReset;
import dev.roster.application.credential.EndSession;
import dev.roster.application.credential.ListSessions;
import dev.roster.application.credential.LogIn;
import dev.roster.application.credential.OtherCredentials;
import dev.roster.application.credential.RenewToken;
import dev.roster.application.credential.ResetPassword;
import dev.roster.application.credential.SendPasswordLink;
import dev.roster.application.credential.ShowToken;
import dev.roster.application.mail.DeliverMail;
import dev.roster.domain.credential.Password;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.user.UserId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a scenario does with passwords, sessions and tokens. */
final class CredentialActs {
    private final UseCases useCases;
    private final Names names;
    private final Map<String, SecretText> sessions;

    /** @param sessions where the key of each user's last session is kept */
    CredentialActs(UseCases useCases, Names names, Map<String, SecretText> sessions) {
        this.useCases = useCases;
        this.names = names;
        this.sessions = sessions;
    }

    List<String> logIn(Words words) {
        Password password = Password.attempted(words.get("password"));
        LogIn.Opened opened =
                useCases.get(LogIn.class).handle(new LogIn.Command(words.get("login"), password, UseCaseDriver.ORIGIN));
        String username = opened.user().username().value();
        sessions.put(username, opened.key());
        return List.of(username);
    }

    List<String> sendLink(Caller caller, Words words) {
        useCases.get(SendPasswordLink.class).handle(caller, names.user(words.get("user")));
        return List.of();
    }

    List<String> handOverLink(Caller caller, Words words) {
        useCases.get(SendPasswordLink.class).toHandOver(caller, names.user(words.get("user")));
        return List.of();
    }

    List<String> deliverMail(Caller caller) {
        useCases.get(DeliverMail.class).handle(caller, 100);
        return List.of();
    }

    List<String> followLink(Words words) {
        CompletePasswordReset.Command command = new CompletePasswordReset.Command(
                new SecretText(names.mailedSecret()),
                Password.chosen(words.get("password")),
                others(words),
                UseCaseDriver.ORIGIN);
        return settled(useCases.get(CompletePasswordReset.class).handle(command).others());
    }

    List<String> resetPassword(Caller caller, Words words) {
        ResetPassword.Command command = new ResetPassword.Command(
                names.user(words.get("user")), Password.chosen(words.get("password")), others(words));
        return settled(useCases.get(ResetPassword.class).handle(caller, command).others());
    }

    private static OtherCredentials.Wish others(Words words) {
        return new OtherCredentials.Wish(words.names("other", "keys"), words.names("other", "token"));
    }

    private static List<String> settled(OtherCredentials.Settled settled) {
        return List.of(
                String.valueOf(settled.sessionsEnded()),
                String.valueOf(settled.keysEnded()),
                String.valueOf(settled.keysLeft()),
                String.valueOf(settled.serviceKeysLeft()),
                settled.userToken().word());
    }

    List<String> countSessions(Caller caller, Words words) {
        int count =
                useCases.get(ListSessions.class).handle(caller, whose(words)).size();
        return List.of(String.valueOf(count));
    }

    List<String> endSession(Caller caller) {
        useCases.get(EndSession.class).current(caller);
        return List.of();
    }

    List<String> endOtherSessions(Caller caller) {
        useCases.get(EndSession.class).allOthers(caller);
        return List.of();
    }

    List<String> changePassword(Caller caller, Words words) {
        ChangePassword.Command command = new ChangePassword.Command(
                Password.attempted(words.get("current")), Password.chosen(words.get("wanted")));
        useCases.get(ChangePassword.class).handle(caller, command);
        return List.of();
    }

    List<String> showToken(Caller caller, Words words) {
        return List.of(
                useCases.get(ShowToken.class).handle(caller, whose(words)).reveal());
    }

    List<String> renewToken(Caller caller, Words words) {
        useCases.get(RenewToken.class).handle(caller, RenewToken.Command.own().withUser(whose(words)));
        return List.of();
    }

    private @Nullable UserId whose(Words words) {
        return words.has("user") ? names.user(words.get("user")) : null;
    }
}

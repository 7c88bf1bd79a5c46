package dev.roster.application.scenario;

import dev.roster.application.access.Caller;
import dev.roster.application.credential.CreateApiKey;
import dev.roster.application.credential.CreateServiceAccount;
import dev.roster.application.credential.KeyIssuer;
import dev.roster.application.credential.ListApiKeys;
import dev.roster.application.credential.RevokeApiKey;
import dev.roster.application.invitation.ConfirmSignUp;
import dev.roster.application.invitation.InviteUser;
import dev.roster.application.invitation.ListInvitations;
import dev.roster.application.invitation.ResendInvitation;
import dev.roster.application.invitation.ResetInviteLink;
import dev.roster.application.invitation.RevokeInvitation;
import dev.roster.application.invitation.SignUp;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.user.EraseUser;
import dev.roster.domain.credential.ApiKeyStatus;
import dev.roster.domain.credential.Password;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.invitation.InviteMode;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.Username;
import java.util.List;

/** What a scenario does with keys, service accounts and invitations. */
final class AccountActs {
    private final UseCases useCases;
    private final Names names;

    AccountActs(UseCases useCases, Names names) {
        this.useCases = useCases;
        this.names = names;
    }

    List<String> createKey(Caller caller, Words words) {
        String user = words.find("user");
        CreateApiKey.Command command =
                new CreateApiKey.Command(user == null ? null : names.user(user), wish(words.get("name")));
        return List.of(
                useCases.get(CreateApiKey.class).handle(caller, command).key().name());
    }

    List<String> listKeys(Caller caller, Words words) {
        ListApiKeys.Query query =
                ListApiKeys.Query.all().withUser(names.user(words.get("user"))).withStatus(ApiKeyStatus.ACTIVE);
        return UseCaseDriver.each(
                useCases.get(ListApiKeys.class)
                        .handle(caller, query, PageRequest.first())
                        .items(),
                owned -> owned.key().name());
    }

    List<String> revokeKey(Caller caller, Words words) {
        useCases.get(RevokeApiKey.class).handle(caller, names.key(words.get("user"), words.get("name")));
        return List.of(words.get("name"));
    }

    List<String> createServiceAccount(Caller caller, Words words) {
        CreateServiceAccount.WorkspacePlace inside =
                new CreateServiceAccount.WorkspacePlace(names.workspace(words.get("workspace")), words.find("role"));
        CreateServiceAccount.Command command = CreateServiceAccount.Command.of(
                new Username(words.get("user")),
                List.of(new CreateServiceAccount.OrganizationPlace(names.organization(), null, List.of(inside))),
                wish("first"));
        return shown(
                useCases.get(CreateServiceAccount.class).handle(caller, command).user());
    }

    private static KeyIssuer.Wish wish(String name) {
        return KeyIssuer.Wish.named(name);
    }

    List<String> invite(Caller caller, Act act, Words words) {
        InviteUser.Command command = InviteUser.Command.of(
                        new EmailAddress(words.get("email")), InviteMode.parse(words.get("mode")))
                .withRole(words.find("role"))
                .withAfresh(act == Act.INVITE_AFRESH);
        return shown(useCases.get(InviteUser.class).handle(caller, command).user());
    }

    List<String> resend(Caller caller, Words words) {
        return shown(
                useCases.get(ResendInvitation.class).handle(caller, user(words)).user());
    }

    List<String> revoke(Caller caller, Words words) {
        useCases.get(RevokeInvitation.class).handle(caller, user(words));
        return List.of(words.get("user"));
    }

    List<String> resetInviteLink(Caller caller, Words words) {
        String domain = words.find("domain");
        ResetInviteLink.Command command = ResetInviteLink.Command.of(names.organization())
                .withDomains(domain == null ? List.of() : List.of(domain));
        useCases.get(ResetInviteLink.class).handle(caller, command);
        return List.of();
    }

    List<String> signUp(Words words) {
        String email = words.find("email");
        SignUp.Command command = SignUp.Command.of(
                        new Username(words.get("user")), Password.chosen(words.get("password")), UseCaseDriver.ORIGIN)
                .withLink(new SecretText(names.signUpSecret()))
                .withEmail(email == null ? null : new EmailAddress(email));
        return useCases.get(SignUp.class).handle(command).stream()
                .map(opened -> opened.user().username().value())
                .toList();
    }

    List<String> confirmSignUp(Words words) {
        String user = words.find("user");
        ConfirmSignUp.Command command = new ConfirmSignUp.Command(
                new SecretText(names.mailedSecret()),
                Password.attempted(words.get("password")),
                user == null ? null : new Username(user),
                UseCaseDriver.ORIGIN);
        return List.of(useCases.get(ConfirmSignUp.class)
                .handle(command)
                .user()
                .username()
                .value());
    }

    List<String> listInvitations(Caller caller) {
        return UseCaseDriver.each(
                useCases.get(ListInvitations.class)
                        .handle(caller, null, PageRequest.first())
                        .items(),
                invited -> invited.user().username());
    }

    List<String> erase(Caller caller, Words words) {
        UserId user = user(words);
        useCases.get(EraseUser.class).handle(caller, user);
        return List.of(words.get("user"));
    }

    private UserId user(Words words) {
        return names.user(words.get("user"));
    }

    private static List<String> shown(User user) {
        return List.of(
                user.username().value(),
                user.role().name().value(),
                user.status().word());
    }
}

package dev.roster.application.scenario;

import dev.roster.application.Change;
import dev.roster.application.ProfileChange;
import dev.roster.application.access.Caller;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.People.Person;
import dev.roster.application.port.UserFilter;
import dev.roster.application.user.CreateUser;
import dev.roster.application.user.DeactivateUser;
import dev.roster.application.user.DeleteUser;
import dev.roster.application.user.FindUser;
import dev.roster.application.user.ListPeople;
import dev.roster.application.user.ListUsers;
import dev.roster.application.user.ReactivateUser;
import dev.roster.application.user.ShowMe;
import dev.roster.application.user.UpdateUser;
import dev.roster.domain.credential.Password;
import dev.roster.domain.credential.UserToken;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.PersonName;
import dev.roster.domain.user.ProfileField;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.Username;
import java.util.List;
import java.util.Optional;

/** What a scenario does with accounts. */
final class UserActs {
    private final UseCases useCases;
    private final Names names;

    UserActs(UseCases useCases, Names names) {
        this.useCases = useCases;
        this.names = names;
    }

    List<String> create(Caller caller, Words words) {
        CreateUser.Command command = CreateUser.Command.named(new Username(words.get("user")))
                .withId(optional(words, "other").map(names::user).orElse(null))
                .withEmail(optional(words, "email").map(EmailAddress::new).orElse(null))
                .withRole(words.find("role"))
                .withPassword(optional(words, "password").map(Password::chosen).orElse(null))
                .withToken(optional(words, "token").map(UserToken::of).orElse(null))
                .withWorkspaces(optional(words, "workspace").map(names::workspace).stream()
                        .toList());
        return shown(useCases.get(CreateUser.class).handle(caller, command).user());
    }

    private static Optional<String> optional(Words words, String slot) {
        return Optional.ofNullable(words.find(slot));
    }

    List<String> show(Caller caller, Words words) {
        return shown(useCases.get(FindUser.class).handle(caller, user(words)));
    }

    List<String> list(Caller caller, Words words) {
        UserFilter filter = UserFilter.all().withText(words.find("text"));
        List<User> found = useCases.get(ListUsers.class)
                .handle(caller, filter, PageRequest.first())
                .items();
        return UseCaseDriver.each(found, User::username);
    }

    List<String> listPeople(Caller caller, Words words) {
        ListPeople.Query query = ListPeople.Query.all().withEmail(words.find("text"));
        List<Person> found = useCases.get(ListPeople.class)
                .handle(caller, query, PageRequest.first())
                .items();
        return UseCaseDriver.each(found, person -> person.user().username());
    }

    List<String> rename(Caller caller, Words words) {
        UpdateUser.Command command = UpdateUser.Command.of(user(words));
        return update(caller, command.withUsername(Change.to(new Username(words.get("name")))));
    }

    List<String> changeEmail(Caller caller, Words words) {
        UpdateUser.Command command = UpdateUser.Command.of(user(words));
        return update(caller, command.withEmail(Change.to(new EmailAddress(words.get("email")))));
    }

    List<String> changeFirstName(Caller caller, Words words) {
        UpdateUser.Command command = UpdateUser.Command.of(user(words));
        return update(
                caller,
                command.withProfile(ProfileChange.none()
                        .with(ProfileField.FIRST_NAME, Change.to(PersonName.of("first_name", words.get("name"))))));
    }

    List<String> changeRole(Caller caller, Words words) {
        return update(caller, UpdateUser.Command.of(user(words)).withRole(Change.to(words.get("role"))));
    }

    List<String> setPassword(Caller caller, Words words) {
        Change<Password> wanted = Change.to(Password.chosen(words.get("password")));
        return update(caller, UpdateUser.Command.of(user(words)).withPassword(wanted));
    }

    private List<String> update(Caller caller, UpdateUser.Command command) {
        return shown(useCases.get(UpdateUser.class).handle(caller, command));
    }

    List<String> deactivate(Caller caller, Words words) {
        return shown(useCases.get(DeactivateUser.class).handle(caller, user(words)));
    }

    List<String> reactivate(Caller caller, Words words) {
        return shown(useCases.get(ReactivateUser.class).handle(caller, user(words)));
    }

    List<String> delete(Caller caller, Words words) {
        return shown(useCases.get(DeleteUser.class).handle(caller, user(words)));
    }

    List<String> showMe(Caller caller) {
        return List.of(useCases.get(ShowMe.class).handle(caller).username().value());
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

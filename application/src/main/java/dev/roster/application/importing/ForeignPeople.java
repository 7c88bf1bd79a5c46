package dev.roster.application.importing;

import dev.roster.application.importing.ImportStep.Kind;
import dev.roster.application.port.ForeignPlatform.Person;
import dev.roster.application.port.Users;
import dev.roster.application.user.CreateUser;
import dev.roster.domain.access.AccessPolicy;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.Profile;
import dev.roster.domain.user.ProfileField;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.user.Username;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Compares the people there with those here. The same id is the same user; the same name under another id is somebody else,
 * because bringing two people together is not to be undone. Where ids cannot be kept, the same e-mail address is the same
 * user, and so is the same username unless the addresses differ.
 */
final class ForeignPeople {
    private final Users users;
    private final CreateUser createUser;

    @Inject
    ForeignPeople(Users users, CreateUser createUser) {
        this.users = users;
        this.createUser = createUser;
    }

    void compare(List<Person> there, Brought brought) {
        there.forEach(person -> {
            brought.call(person.id(), person.username());
            brought.add(Kind.USER, person.username(), () -> step(person, brought));
        });
    }

    private ImportStep step(Person person, Brought brought) {
        if (person.obstacle() != null) {
            return leftOut(person, person.obstacle());
        }
        return brought.withIds() ? sameId(person, brought) : namesake(person, brought);
    }

    private static ImportStep leftOut(Person person, String why) {
        return ImportStep.leftOut(Kind.USER, person.username(), why);
    }

    private ImportStep sameId(Person person, Brought brought) {
        UserId id = UserId.parse(person.id());
        return users.findEvenDeleted(id)
                .map(here -> existing(person, here, brought))
                .orElseGet(() -> creation(person, id, brought));
    }

    /** A person whose id says nothing here. */
    private ImportStep namesake(Person person, Brought brought) {
        NameKey username = new Username(person.username()).key();
        Optional<EmailAddress> email = email(person);
        Optional<User> here = email.flatMap(address -> users.findByEmail(address.key()))
                .or(() -> users.findByUsername(username).filter(user -> email.isEmpty() || user.email() == null))
                .or(() -> email.flatMap(address -> users.findDeletedByEmail(address.key())));
        return here.map(user -> existing(person, user, brought)).orElseGet(() -> creation(person, null, brought));
    }

    private static Optional<EmailAddress> email(Person person) {
        String text = filled(person.email());
        return text == null ? Optional.empty() : Optional.of(new EmailAddress(text));
    }

    private static @Nullable String filled(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private ImportStep creation(Person person, @Nullable UserId id, Brought brought) {
        Username username = new Username(person.username()).toGive();
        CreateUser.Command command = command(person, id, username);
        Supplier<String> role = brought.roleOf(person.role(), person.roleId());
        if (users.findByLogin(username.key()).isPresent() || !brought.isFirst(Kind.USER, "", username.key())) {
            return leftOut(
                    person, "the username is another user's here, regardless of case; rename one and import again");
        }
        Counterpart<UserId> made = brought.person(person.id(), person.username());
        ImportStep step = ImportStep.create(
                Kind.USER,
                person.username(),
                caller -> made.is(createUser
                        .handle(caller, command.withRole(role.get()))
                        .user()
                        .id()));
        boolean owns = person.roleId() == null && AccessPolicy.isOwnersRole(person.role());
        return owns ? step.noting("becomes an owner") : step;
    }

    private static CreateUser.Command command(Person person, @Nullable UserId id, Username username) {
        Profile named = ProfileField.FIRST_NAME.setText(Profile.named(username), filled(person.firstName()));
        Profile whole = ProfileField.LAST_NAME.setText(named, filled(person.lastName()));
        return CreateUser.Command.named(username)
                .withId(id)
                .withEmail(email(person).orElse(null))
                .withProfile(ProfileField.DISPLAY_NAME.setText(whole, filled(person.displayName())))
                .withDeveloper(person.developer());
    }

    private static ImportStep existing(Person person, User here, Brought brought) {
        if (here.status() == UserStatus.DELETED) {
            return leftOut(
                    person,
                    brought.withIds()
                            ? "was deleted here, an id is not used twice"
                            : "was deleted here; create them by hand, if they are to come back");
        }
        brought.person(person.id(), person.username()).is(here.id());
        return ImportStep.present(Kind.USER, person.username(), String.join(", ", different(person, here)));
    }

    private static List<String> different(Person person, User here) {
        List<String> different = new ArrayList<>();
        if (!here.username().value().equals(person.username().strip())
                && !person.username().equals(person.email())) {
            different.add("is called `" + here.username() + "` here");
        }
        if (!here.role().name().value().equals(person.role())) {
            different.add("is " + here.role() + " here and " + person.role() + " there");
        }
        if (!here.isActive()) {
            different.add("is " + here.status().word() + " here");
        }
        return different;
    }
}

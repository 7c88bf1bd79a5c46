package dev.roster.cli.user;

import dev.roster.application.Change;
import dev.roster.application.user.UpdateUser;
import dev.roster.cli.terminal.Layouts;
import dev.roster.cli.terminal.Names;
import dev.roster.cli.terminal.Operator;
import dev.roster.cli.terminal.Output;
import dev.roster.cli.terminal.PasswordOptions;
import dev.roster.cli.terminal.Secrets;
import dev.roster.domain.credential.Password;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.PersonName;
import dev.roster.domain.user.PhoneNumber;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.Username;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "update",
        header = "Change a user.",
        description = "Only what is given changes. A new password ends the user's sessions.",
        footer = {
            "",
            "Examples:",
            "  roster users update ada --role manager",
            "  roster users update ada --email ada@example.org --display-name \"Ada L.\"",
            "  roster users update ada --password-prompt",
            "  roster users update ada --clear-email"
        })
final class UpdateUserCommand implements Runnable {
    private final Operator operator;
    private final Names names;
    private final Output output;
    private final Secrets secrets;
    private final Provider<UpdateUser> updateUser;

    @Parameters(paramLabel = "USER", description = "Username, e-mail address or id.")
    private String user;

    @Option(names = "--username", paramLabel = "USERNAME", description = "The new username.")
    private @Nullable Username username;

    @ArgGroup
    private @Nullable Email email;

    @Option(names = "--first-name", paramLabel = "NAME", description = "The new first name.")
    private @Nullable PersonName firstName;

    @ArgGroup
    private @Nullable LastName lastName;

    @ArgGroup
    private @Nullable DisplayName displayName;

    @ArgGroup
    private @Nullable Phone phone;

    @Option(
            names = "--developer",
            paramLabel = "true|false",
            arity = "1",
            description = "Whether the user may make API keys.")
    private @Nullable Boolean developer;

    @Option(names = "--role", paramLabel = "ROLE", description = "The new account role, by name or id.")
    private @Nullable String role;

    @Mixin
    private PasswordOptions password;

    /** A new e-mail address, or none. */
    static final class Email {
        @Option(names = "--email", paramLabel = "ADDRESS", description = "The new e-mail address.")
        private @Nullable EmailAddress value;

        @Option(names = "--clear-email", description = "Have no e-mail address any more.")
        private boolean cleared;
    }

    /** A new last name, or none. */
    static final class LastName {
        @Option(names = "--last-name", paramLabel = "NAME", description = "The new last name.")
        private @Nullable PersonName value;

        @Option(names = "--clear-last-name", description = "Have no last name any more.")
        private boolean cleared;
    }

    /** A new display name, or none. */
    static final class DisplayName {
        @Option(names = "--display-name", paramLabel = "NAME", description = "The new display name.")
        private @Nullable PersonName value;

        @Option(names = "--clear-display-name", description = "Have no display name any more.")
        private boolean cleared;
    }

    /** A new telephone number, or none. */
    static final class Phone {
        @Option(names = "--phone", paramLabel = "NUMBER", description = "The new telephone number.")
        private @Nullable PhoneNumber value;

        @Option(names = "--clear-phone", description = "Have no telephone number any more.")
        private boolean cleared;
    }

    @Inject
    UpdateUserCommand(Operator operator, Names names, Output output, Secrets secrets, Provider<UpdateUser> updateUser) {
        this.operator = operator;
        this.names = names;
        this.output = output;
        this.secrets = secrets;
        this.updateUser = updateUser;
    }

    @Override
    public void run() {
        UserId id = names.user(user).id();
        Password wanted = password.read(secrets);
        User after = updateUser.get().handle(operator.caller(), command(id, wanted));
        output.say("updated user `" + after.username() + "`");
        output.show(Layouts.USER, after);
    }

    private UpdateUser.Command command(UserId id, @Nullable Password wanted) {
        return new UpdateUser.Command(
                id,
                ifGiven(username),
                email == null ? Change.none() : set(email.value, email.cleared),
                ifGiven(firstName),
                lastName == null ? Change.none() : set(lastName.value, lastName.cleared),
                displayName == null ? Change.none() : set(displayName.value, displayName.cleared),
                phone == null ? Change.none() : set(phone.value, phone.cleared),
                ifGiven(role),
                ifGiven(developer),
                ifGiven(wanted));
    }

    private static <T> Change<T> set(@Nullable T value, boolean cleared) {
        return cleared ? Change.toNothing() : Change.toNullable(value);
    }

    private static <T> Change<T> ifGiven(@Nullable T value) {
        return value == null ? Change.none() : Change.to(value);
    }
}

package dev.roster.cli.user;

import dev.roster.application.Change;
import dev.roster.application.user.UpdateUser;
import dev.roster.cli.terminal.Layouts;
import dev.roster.cli.terminal.Names;
import dev.roster.cli.terminal.Operator;
import dev.roster.cli.terminal.Output;
import dev.roster.cli.terminal.PasswordOptions;
import dev.roster.cli.terminal.ProfileOptions;
import dev.roster.cli.terminal.RoleEffects;
import dev.roster.cli.terminal.Secrets;
import dev.roster.domain.credential.Password;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.Username;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "update",
        header = "Change a user.",
        description = "Changes only what you give. A new password ends the user's sessions.",
        footer = {
            "",
            "Examples:",
            "  roster users update ada --role manager",
            "  roster users update ada --role manager --dry-run",
            "  roster users update ada --email ada@example.org --display-name \"Ada L.\"",
            "  roster users update ada --password-prompt",
            "  roster users update ada --clear-email"
        })
final class UpdateUserCommand implements Runnable {
    private final Operator operator;
    private final Names names;
    private final Output output;
    private final Secrets secrets;
    private final RoleEffects effects;
    private final Provider<UpdateUser> updateUser;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "USER", description = "Username, e-mail address or id.")
    private String user;

    @Option(names = "--username", paramLabel = "USERNAME", description = "The new username.")
    private @Nullable Username username;

    @ArgGroup
    private @Nullable Email email;

    @Mixin
    private ProfileOptions.Updated profile;

    @Option(
            names = "--developer",
            paramLabel = "true|false",
            arity = "1",
            description = "Whether the user may create API keys.")
    private @Nullable Boolean developer;

    @Option(names = "--role", paramLabel = "ROLE", description = "The new account role, by name or id.")
    private @Nullable String role;

    @Option(
            names = "--dry-run",
            description = "Change nothing, and show which permissions the role would add and remove, and where. Only "
                    + "with --role alone.")
    private boolean dry;

    @Mixin
    private PasswordOptions password;

    /** A new e-mail address, or none. */
    static final class Email {
        @Option(names = "--email", paramLabel = "ADDRESS", description = "The new e-mail address.")
        private @Nullable EmailAddress value;

        @Option(names = "--clear-email", description = "Remove the e-mail address.")
        private boolean cleared;

        private Change<EmailAddress> change() {
            return cleared ? Change.toNothing() : Change.toNullable(value);
        }
    }

    @Inject
    UpdateUserCommand(
            Operator operator,
            Names names,
            Output output,
            Secrets secrets,
            RoleEffects effects,
            Provider<UpdateUser> updateUser) {
        this.operator = operator;
        this.names = names;
        this.output = output;
        this.secrets = secrets;
        this.effects = effects;
        this.updateUser = updateUser;
    }

    @Override
    public void run() {
        UserId id = names.user(user).id();
        if (dry) {
            effects.show(updateUser.get().previewRole(operator.caller(), id, roleAlone()));
            return;
        }
        Password wanted = password.read(secrets);
        User after = updateUser.get().handle(operator.caller(), command(id, wanted));
        output.say("updated user `" + after.username() + "`");
        output.show(Layouts.USER, after);
    }

    private String roleAlone() {
        if (role == null || isMoreGiven()) {
            throw new ParameterException(
                    spec.commandLine(), "--dry-run previews a new --role, without any other change");
        }
        return role;
    }

    private boolean isMoreGiven() {
        return username != null
                || email != null
                || developer != null
                || profile.changes().isMade()
                || password.isGiven();
    }

    private UpdateUser.Command command(UserId id, @Nullable Password wanted) {
        return UpdateUser.Command.of(id)
                .withUsername(Change.ifGiven(username))
                .withEmail(email == null ? Change.none() : email.change())
                .withProfile(profile.changes())
                .withRole(Change.ifGiven(role))
                .withDeveloper(Change.ifGiven(developer))
                .withPassword(Change.ifGiven(wanted));
    }
}

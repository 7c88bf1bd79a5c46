package dev.roster.cli.user;

import dev.roster.application.user.CreateUser;
import dev.roster.cli.terminal.Layout;
import dev.roster.cli.terminal.Layouts;
import dev.roster.cli.terminal.Names;
import dev.roster.cli.terminal.Operator;
import dev.roster.cli.terminal.Output;
import dev.roster.cli.terminal.PasswordOptions;
import dev.roster.cli.terminal.ProfileOptions;
import dev.roster.cli.terminal.SecretOptions;
import dev.roster.cli.terminal.Secrets;
import dev.roster.cli.terminal.TokenOptions;
import dev.roster.domain.credential.Password;
import dev.roster.domain.credential.UserToken;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.Username;
import dev.roster.domain.workspace.Workspace;
import dev.roster.domain.workspace.WorkspaceId;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "create",
        header = "Create a user.",
        description = {
            "The account is active at once. The command prints its user token, which is random unless "
                    + "you give one. Without a password, the token is the only way to use the account."
        },
        footer = {
            "",
            "Examples:",
            "  roster users create ada --email ada@example.org --role owner --password-prompt",
            "  roster users create bob --workspace legal --workspace medical",
            "  pass show roster/eve | roster users create eve --password-stdin"
        })
final class CreateUserCommand implements Runnable {
    private static final Layout<CreateUser.Created> KNOWN = Layouts.USER.on(CreateUser.Created::user);
    private static final Layout<CreateUser.Created> WHOLE =
            KNOWN.column("user_token", created -> created.token().reveal());

    private final Operator operator;
    private final Names names;
    private final Output output;
    private final Secrets secrets;
    private final Provider<CreateUser> createUser;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "USERNAME", description = "1 to 200 characters, unique regardless of case.")
    private Username username;

    @Option(names = "--id", paramLabel = "UUID", description = "The id of the user; default: a new id.")
    private @Nullable UserId id;

    @Option(
            names = "--email",
            paramLabel = "ADDRESS",
            description = "The e-mail address: unique, and the user can log in with it; default: none.")
    private @Nullable EmailAddress email;

    @Mixin
    private ProfileOptions.Created profile;

    @Option(
            names = "--developer",
            paramLabel = "true|false",
            arity = "1",
            description = "Whether the user may create API keys. Owners, managers and admins always may; default: no.")
    private @Nullable Boolean developer;

    @Option(names = "--role", paramLabel = "ROLE", description = "The account role; default: annotator.")
    private @Nullable String role;

    @Option(
            names = "--workspace",
            paramLabel = "WORKSPACE",
            description = "A workspace to join, by name or id; may be repeated; default: none.")
    private @Nullable List<String> workspaces;

    @Mixin
    private PasswordOptions password;

    @Mixin
    private TokenOptions token;

    @Inject
    CreateUserCommand(Operator operator, Names names, Output output, Secrets secrets, Provider<CreateUser> createUser) {
        this.operator = operator;
        this.names = names;
        this.output = output;
        this.secrets = secrets;
        this.createUser = createUser;
    }

    @Override
    public void run() {
        SecretOptions.refuseTwoFromStandardInput(spec, password, token);
        List<WorkspaceId> joined = workspaces == null
                ? List.of()
                : workspaces.stream().map(names::workspace).map(Workspace::id).toList();
        Password chosen = password.read(secrets);
        UserToken chosenToken = token.read(secrets);
        CreateUser.Command named = CreateUser.Command.named(username);
        CreateUser.Command command = named.withId(id)
                .withEmail(email)
                .withProfile(profile.given().applyTo(named.profile()))
                .withRole(role)
                .withDeveloper(developer)
                .withPassword(chosen)
                .withToken(chosenToken)
                .withWorkspaces(joined);
        CreateUser.Created created = createUser.get().handle(operator.caller(), command);
        output.say("created user `" + created.user().username() + "`");
        output.showWithSecret(KNOWN, WHOLE, created, created.token().reveal());
    }
}

package dev.roster.cli.installation;

import dev.roster.cli.terminal.GivenOptions;
import dev.roster.cli.terminal.Installation;
import dev.roster.cli.terminal.PasswordOptions;
import dev.roster.cli.terminal.SecretOptions;
import dev.roster.cli.terminal.Secrets;
import dev.roster.cli.terminal.StartRequest;
import dev.roster.cli.terminal.Terminal;
import dev.roster.cli.terminal.TokenOptions;
import dev.roster.domain.user.Username;
import dev.roster.domain.workspace.WorkspaceName;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "start",
        header = "Start the server.",
        description = {
            "On an empty store it first makes the schema, the secrets and the default organization, and with --username "
                    + "the first owner. Without, it prints a link to make the owner in the browser, once. There are no "
                    + "default credentials."
        },
        footer = {
            "",
            "Examples:",
            "  roster start --demo",
            "  roster start --username ada --password-prompt",
            "  roster start --database postgres://roster@db.example.org/roster --port 8080"
        })
public final class StartCommand implements Runnable {
    private final Provider<Installation> installation;
    private final Terminal terminal;
    private final Secrets secrets;
    private final GivenOptions given;

    @Spec
    private CommandSpec spec;

    @Option(names = "--demo", description = "Run on a throw-away store with sample people, workspaces and datasets.")
    private boolean demo;

    @Option(names = "--username", paramLabel = "USERNAME", description = "The first owner's username.")
    private @Nullable Username username;

    @Mixin
    private PasswordOptions password;

    @Mixin
    private TokenOptions token;

    @Option(names = "--workspace", paramLabel = "NAME", description = "A workspace to make along with the first owner.")
    private @Nullable WorkspaceName workspace;

    @Inject
    StartCommand(Provider<Installation> installation, Terminal terminal, Secrets secrets, GivenOptions given) {
        this.installation = installation;
        this.terminal = terminal;
        this.secrets = secrets;
        this.given = given;
    }

    @Option(order = 1, names = "--host", paramLabel = "HOST", description = "The address to listen on.")
    void host(@Nullable String host) {
        given.set("host", host);
    }

    @Option(order = 2, names = "--port", paramLabel = "PORT", description = "The port to listen on; 6900 by default.")
    void port(@Nullable String port) {
        given.set("port", port);
    }

    @Option(
            order = 3,
            names = "--public-url",
            paramLabel = "URL",
            description = "Where people reach the server; links are made from it.")
    void publicUrl(@Nullable String url) {
        given.set("public-url", url);
    }

    @Override
    public void run() {
        SecretOptions.refuseTwoFromStandardInput(spec, password, token);
        StartRequest request = new StartRequest(demo, username, password.read(secrets), token.read(secrets), workspace);
        installation.get().start(request, terminal.out());
    }
}

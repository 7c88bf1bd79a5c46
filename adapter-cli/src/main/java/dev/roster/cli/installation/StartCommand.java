package dev.roster.cli.installation;

import dev.roster.cli.terminal.AccountRequest;
import dev.roster.cli.terminal.GivenOptions;
import dev.roster.cli.terminal.Installation;
import dev.roster.cli.terminal.Secrets;
import dev.roster.cli.terminal.StartRequest;
import dev.roster.cli.terminal.Terminal;
import dev.roster.cli.transfer.FirstDeclaration;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "start",
        header = "Start the server.",
        description = {
            "If the store is empty, the command first creates the schema, the secrets and the default "
                    + "organization, and with --username the first owner. Without --username, it prints a one-time "
                    + "link to create the owner in the browser. There are no default credentials.",
            "If there is an owner already, --username with an e-mail address and a password creates an "
                    + "account for that address, unless it has one: a member of the default organization without a "
                    + "role in it. If you give --username with neither a password nor a user token, the command "
                    + "asks for the password, provided that there is a terminal."
        },
        footer = {
            "",
            "Examples:",
            "  roster start --demo",
            "  roster start --username ada --password-prompt",
            "  roster start --apply people.yaml",
            "  roster start --database postgres://roster@db.example.org/roster --port 8080"
        })
public final class StartCommand implements Runnable {
    private static final Pattern URL = Pattern.compile("https?://", Pattern.CASE_INSENSITIVE);

    private final Provider<Installation> installation;
    private final Terminal terminal;
    private final Secrets secrets;
    private final GivenOptions given;
    private final FirstDeclaration first;

    @Spec
    private CommandSpec spec;

    @Option(names = "--demo", description = "Run on a temporary store with sample people, workspaces and datasets.")
    private boolean demo;

    @Option(
            names = "--apply",
            paramLabel = "FILE",
            description = "Apply a declaration first, as roster apply --yes does: the first owner, admins and their "
                    + "tokens, roles, workspaces, members. At a later start, this creates what is missing and "
                    + "changes what differs.")
    private @Nullable String declaration;

    @Mixin
    private AccountOptions account;

    @Inject
    StartCommand(
            Provider<Installation> installation,
            Terminal terminal,
            Secrets secrets,
            GivenOptions given,
            FirstDeclaration first) {
        this.installation = installation;
        this.terminal = terminal;
        this.secrets = secrets;
        this.given = given;
        this.first = first;
    }

    @Option(
            order = 1,
            names = "--host",
            paramLabel = "HOST",
            description = "The address to listen on; default: 127.0.0.1. A URL, http://… or https://…, sets "
                    + "--public-url instead.")
    void host(@Nullable String host) {
        boolean isUrl = host != null && URL.matcher(host.strip()).lookingAt();
        given.set(isUrl ? "public-url" : "host", host);
    }

    @Option(
            order = 2,
            names = "--internal-host",
            paramLabel = "HOST",
            description = "The same as --host with an address.")
    void internalHost(@Nullable String host) {
        given.set("host", host);
    }

    @Option(
            order = 3,
            names = {"-p", "--port"},
            paramLabel = "PORT",
            description = "The port to listen on; default: 6900.")
    void port(@Nullable String port) {
        given.set("port", port);
    }

    @Option(
            order = 4,
            names = "--public-url",
            paramLabel = "URL",
            description = "The address at which people reach the server, the base of all links; default: derived from "
                    + "host and port.")
    void publicUrl(@Nullable String url) {
        given.set("public-url", url);
    }

    @Option(
            order = 5,
            names = "--log-level",
            paramLabel = "LEVEL",
            description = "error, warn, info or debug, in upper or lower case; default: info.")
    void logLevel(@Nullable String level) {
        given.set("log-level", level);
    }

    @Option(
            order = 6,
            names = "--enable-legacy-api-token",
            description = "Accept user tokens in the Label Studio dialect, unless the setting of an organization "
                    + "differs; this is the default.")
    void enableLegacyTokens(boolean enabled) {
        if (enabled) {
            given.set("label-studio-legacy-tokens", "on");
        }
    }

    @Option(
            order = 7,
            names = {"-b", "--no-browser"},
            description = "For scripts of Label Studio: has no effect, Roster never opens a browser.")
    void noBrowser(boolean given) {
        // There is none to open.
    }

    private void refuseWhatTheDemoBrings(AccountRequest wanted) {
        if (declaration != null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--apply needs a permanent store and --demo brings its own people; give only one of them");
        }
        if (!wanted.equals(AccountRequest.NONE)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--demo brings its own people; leave out --username, --workspace, the password and the user token");
        }
        for (String setting : List.of("data-dir", "database")) {
            if (given.asMap().containsKey(setting)) {
                throw new ParameterException(
                        spec.commandLine(),
                        "--demo runs on a temporary store; leave out --" + setting + ", or start without --demo");
            }
        }
    }

    @Override
    public void run() {
        AccountRequest wanted = account.read(spec, secrets);
        if (demo) {
            refuseWhatTheDemoBrings(wanted);
        }
        StartRequest request = new StartRequest(
                demo,
                wanted,
                PromptedAccount.ofPasswordAlone(terminal.prompt()),
                declaration == null ? () -> {} : first.read(declaration));
        installation.get().start(request, terminal.out());
    }
}

package dev.roster.cli.installation;

import dev.roster.cli.terminal.GivenOptions;
import dev.roster.cli.terminal.Installation;
import dev.roster.cli.terminal.Secrets;
import dev.roster.cli.terminal.StartRequest;
import dev.roster.cli.terminal.Terminal;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.regex.Pattern;
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
            "On an empty store it first creates the schema, the secrets and the default organization, and with --username "
                    + "the first owner. Without, it prints a link to create the owner in the browser, once. There are no "
                    + "default credentials.",
            "Where somebody owns the installation, --username with a password creates an account for an e-mail address that has "
                    + "none: a member of the default organization without a role in it. Where --username is given with neither a "
                    + "password nor a user token, it asks for the password, if there is a terminal to ask on."
        },
        footer = {
            "",
            "Examples:",
            "  roster start --demo",
            "  roster start --username ada --password-prompt",
            "  roster start --database postgres://roster@db.example.org/roster --port 8080"
        })
public final class StartCommand implements Runnable {
    private static final Pattern URL = Pattern.compile("https?://", Pattern.CASE_INSENSITIVE);

    private final Provider<Installation> installation;
    private final Terminal terminal;
    private final Secrets secrets;
    private final GivenOptions given;

    @Spec
    private CommandSpec spec;

    @Option(names = "--demo", description = "Run on a throw-away store with sample people, workspaces and datasets.")
    private boolean demo;

    @Mixin
    private AccountOptions account;

    @Inject
    StartCommand(Provider<Installation> installation, Terminal terminal, Secrets secrets, GivenOptions given) {
        this.installation = installation;
        this.terminal = terminal;
        this.secrets = secrets;
        this.given = given;
    }

    @Option(
            order = 1,
            names = "--host",
            paramLabel = "HOST",
            description =
                    "The address to listen on; default: 127.0.0.1. A URL, http://… or https://…, is taken for --public-url.")
    void host(@Nullable String host) {
        boolean isUrl = host != null && URL.matcher(host.strip()).lookingAt();
        given.set(isUrl ? "public-url" : "host", host);
    }

    @Option(
            order = 1,
            names = "--internal-host",
            paramLabel = "HOST",
            description = "The address to listen on, by another name.")
    void internalHost(@Nullable String host) {
        given.set("host", host);
    }

    @Option(
            order = 2,
            names = {"-p", "--port"},
            paramLabel = "PORT",
            description = "The port to listen on; default: 6900.")
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

    @Option(
            order = 4,
            names = "--log-level",
            paramLabel = "LEVEL",
            description = "error, warn, info or debug, in any case; default: info.")
    void logLevel(@Nullable String level) {
        given.set("log-level", level);
    }

    @Option(
            order = 5,
            names = "--enable-legacy-api-token",
            description =
                    "Accept user tokens in the Label Studio dialect where the organization does not say; it is the default.")
    void enableLegacyTokens(boolean enabled) {
        if (enabled) {
            given.set("label-studio-legacy-tokens", "on");
        }
    }

    @Option(
            order = 6,
            names = {"-b", "--no-browser"},
            description = "Accepted for scripts of Label Studio; no browser is opened in any case.")
    void noBrowser(boolean given) {
        // There is none to open.
    }

    @Override
    public void run() {
        StartRequest request =
                new StartRequest(demo, account.read(spec, secrets), PromptedAccount.ofPasswordAlone(terminal.prompt()));
        installation.get().start(request, terminal.out());
    }
}

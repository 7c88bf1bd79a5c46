package dev.roster.bootstrap;

import com.google.inject.Injector;
import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.user.CreateUser;
import dev.roster.cli.CliModule;
import dev.roster.cli.terminal.Release;
import dev.roster.domain.audit.Door;
import dev.roster.http.HttpServer;
import dev.roster.persistence.sql.SqliteLibrary;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Runs what commands and a server run first, in a temporary directory, so that the JVM can write an archive of the classes that
 * it loads: {@code -XX:ArchiveClassesAtExit}, from JDK 25 on {@code -XX:AOTCacheOutput}. A JVM that maps such an archive starts in
 * a fraction of the time. The launcher of the distribution runs this class by its name.
 */
public final class TrainingRun {
    private static final String OWNER = "owner";
    private static final String PASSWORD = "for a training run alone";

    /** What people ask a server for first. */
    private static final List<String> PAGES = List.of(
            "/",
            "/health/ready",
            "/v1/me",
            "/v1/users",
            "/openapi.json",
            "/log-in/",
            "/api/v1/me",
            "/v2/users",
            "/api/users");

    private final Environment environment;

    private TrainingRun(Path directory) {
        environment = new Environment(
                Map.of(
                        "ROSTER_DATA_DIR",
                        directory.toString(),
                        "ROSTER_PORT",
                        "0",
                        "ROSTER_HOST",
                        InetAddress.getLoopbackAddress().getHostAddress(),
                        "ROSTER_LOG_LEVEL",
                        "error"),
                OWNER,
                "training");
    }

    /**
     * Takes a directory, in which it leaves SQLite's library. Prints nothing; ends with an exception where something did not work.
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        SqliteLibrary.unpackTo(Path.of(arguments[0]));
        Path parent = Files.createTempDirectory("roster-training");
        try {
            TrainingRun run = new TrainingRun(parent.resolve("store"));
            run.commands();
            run.server();
        } finally {
            Directories.remove(parent);
        }
        System.exit(0);
    }

    private void commands() {
        command(PASSWORD + "\n", "init", "--username", OWNER, "--password-stdin");
        command("", "--help");
        command("", "--version");
        command("", "users", "list", "--help");
        command("", "users", "lst");
        command("", "users", "create", "grace");
        command("", "users", "list");
        command("", "users", "list", "--output", "json");
        command("", "workspaces", "create", "reviews");
        command("", "can", "grace", "workspace:read", "reviews");
    }

    private void command(String input, String... arguments) {
        Main.run(environment, UnattendedTerminal.reading(input), arguments);
    }

    private void server() throws IOException, InterruptedException {
        CliModule commands = new CliModule(UnattendedTerminal.reading(""), new Release(environment.version()));
        try (Wiring wiring = new Wiring(new RosterModule(environment, commands))) {
            Injector injector = wiring.injector();
            Logging.set(injector.getInstance(Settings.class).logLevel());
            injector.getInstance(Service.class);
            HttpServer server = injector.getInstance(HttpServer.class);
            server.start();
            try {
                injector.getInstance(PublicUrl.class).serveHere(server.port());
                ask(server, demo(injector));
            } finally {
                server.stop();
            }
        }
    }

    /** Fills the store as {@code start --demo} does, and returns the token of its owner. */
    private static String demo(Injector injector) {
        Map<String, CreateUser.Created> people =
                injector.getInstance(DemoData.class).fill(Caller.roster(Origin.of(Door.SYSTEM)));
        injector.getInstance(Greeting.class).demo(new PrintWriter(Writer.nullWriter()), people, "");
        return DemoData.named(people, "olga").token().reveal();
    }

    private static void ask(HttpServer server, String token) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        for (String page : PAGES) {
            URI address = URI.create(
                    "http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":" + server.port() + page);
            HttpRequest.Builder request = HttpRequest.newBuilder(address);
            client.send(request.build(), HttpResponse.BodyHandlers.discarding());
            request.header("Authorization", "Bearer " + token);
            client.send(request.build(), HttpResponse.BodyHandlers.discarding());
        }
    }
}

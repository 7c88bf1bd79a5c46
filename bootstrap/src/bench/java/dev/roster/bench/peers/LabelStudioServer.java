package dev.roster.bench.peers;

import dev.roster.bench.http.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Label Studio's open edition from the Python index, on SQLite. Its own command starts Django's server for development; gunicorn
 * with a process for each core serves it better.
 */
final class LabelStudioServer implements Server {
    private static final String VERSION = "1.23.2";
    private static final List<String> REQUIREMENTS = List.of("label-studio==" + VERSION, "gunicorn==23.0.0");
    private static final String LOGIN = People.OWNER + "@lab.example";
    private static final String TOKEN = "a-token-for-the-benchmark-alone";
    private static final Duration MOST = Duration.ofMinutes(5);
    private static final String INIT = "from label_studio.server import main; main()";
    /** What its call to create a user leaves, for many at once. */
    private static final String LOAD = """
            import csv, sys
            import django
            django.setup()
            from organizations.models import Organization, OrganizationMember
            from rest_framework.authtoken.models import Token
            from users.models import User

            organization = Organization.objects.get()
            with open(sys.argv[1], newline="", encoding="utf-8") as people:
                users = User.objects.bulk_create(
                    [User(username=row["username"], email=row["email"], first_name=row["first_name"],
                          last_name=row["last_name"]) for row in csv.DictReader(people)],
                    batch_size=500)
            OrganizationMember.objects.bulk_create(
                [OrganizationMember(organization=organization, user=user) for user in users], batch_size=500)
            Token.objects.bulk_create([Token(key=Token.generate_key(), user=user) for user in users], batch_size=500)
            """;

    private final Path installed;
    private final Path data;
    private final People people = new People();

    LabelStudioServer(Path installed, Path data) {
        this.installed = installed;
        this.data = data;
    }

    @Override
    public String name() {
        return "Label Studio " + VERSION;
    }

    /** Without reports to its makers, and without debugging. */
    private ProcessBuilder python(String... arguments) throws IOException, InterruptedException {
        PythonEnvironment environment = PythonEnvironment.with(installed, REQUIREMENTS);
        ProcessBuilder builder = environment.python(arguments);
        builder.environment()
                .putAll(Map.of(
                        "LABEL_STUDIO_BASE_DATA_DIR", data.toString(),
                        "DJANGO_DB", "sqlite",
                        "DEBUG", "0",
                        "LOG_LEVEL", "ERROR",
                        "COLLECT_ANALYTICS", "0",
                        "LATEST_VERSION_CHECK", "0",
                        "SENTRY_DSN", "",
                        "FRONTEND_SENTRY_DSN", ""));
        return builder;
    }

    /** As its own server would find it. */
    private ProcessBuilder django(String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = python(arguments);
        Path packages = PythonEnvironment.with(installed, REQUIREMENTS).packages();
        builder.environment().put("DJANGO_SETTINGS_MODULE", "core.settings.label_studio");
        builder.environment().put("PYTHONPATH", packages.resolve("label_studio").toString());
        return builder;
    }

    @Override
    public void prepare() throws Exception {
        ProcessBuilder init = python(
                "-c",
                INIT,
                "init",
                "--no-browser",
                "--username",
                LOGIN,
                "--password",
                People.PASSWORD,
                "--user-token",
                TOKEN,
                "--enable-legacy-api-token");
        Commands.run(init, MOST, data.resolve("command.log"));
    }

    @Override
    public ServerProcess start() throws Exception {
        int port = ServerProcess.freePort();
        ProcessBuilder gunicorn = django(
                "-m",
                "gunicorn",
                "--workers",
                Integer.toString(Runtime.getRuntime().availableProcessors()),
                "--worker-class",
                "gthread",
                "--threads",
                "8",
                "--bind",
                "127.0.0.1:" + port,
                "core.wsgi:application");
        return ServerProcess.other(gunicorn, port, "/health", data.resolve("output.log"));
    }

    @Override
    public void load(ServerProcess running, int first, int end) throws Exception {
        Path file = Files.writeString(data.resolve("people.csv"), People.csv(first, end));
        Commands.run(django("-c", LOAD, file.toString()), MOST, data.resolve("command.log"));
    }

    @Override
    public Wire wire(ServerProcess running) {
        return new LabelStudioWire("", TOKEN, LOGIN, people);
    }
}

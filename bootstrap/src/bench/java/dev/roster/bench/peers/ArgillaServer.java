package dev.roster.bench.peers;

import dev.roster.bench.http.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Argilla's server from the Python index, started as its documentation says, on SQLite. */
final class ArgillaServer implements Server {
    private static final String VERSION = "2.8.0";
    // Its command line fails with later releases of click.
    private static final List<String> REQUIREMENTS = List.of("argilla-server==" + VERSION, "click<8.2");
    private static final String KEY = "a-key-for-the-benchmark-alone";
    private static final Duration MOST = Duration.ofMinutes(5);
    private static final String LOAD = """
            import asyncio, csv, sys
            from argilla_server.contexts import accounts
            from argilla_server.database import AsyncSessionLocal
            from argilla_server.models import User

            async def load():
                password_hash = accounts.hash_password(sys.argv[2])
                with open(sys.argv[1], newline="", encoding="utf-8") as people:
                    users = [
                        User(username=row["username"], first_name=row["first_name"], last_name=row["last_name"],
                             role=row["role"], password_hash=password_hash)
                        for row in csv.DictReader(people)
                    ]
                async with AsyncSessionLocal() as session:
                    session.add_all(users)
                    await session.commit()

            asyncio.run(load())
            """;

    private final Path installed;
    private final Path data;
    private final ArgillaSurroundings surroundings = new ArgillaSurroundings();
    private final People people = new People();

    ArgillaServer(Path installed, Path data) throws IOException {
        this.installed = installed;
        this.data = data;
    }

    @Override
    public String name() {
        return "Argilla " + VERSION;
    }

    private ProcessBuilder python(String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = PythonEnvironment.with(installed, REQUIREMENTS).python(arguments);
        builder.environment()
                .putAll(Map.of(
                        "ARGILLA_HOME_PATH", data.toString(),
                        "ARGILLA_ELASTICSEARCH", surroundings.search(),
                        "ARGILLA_REDIS_URL", surroundings.redis(),
                        "HF_HUB_OFFLINE", "1"));
        return builder;
    }

    private void run(String... arguments) throws IOException, InterruptedException {
        Commands.run(python(arguments), MOST, data.resolve("command.log"));
    }

    @Override
    public void prepare() throws Exception {
        run("-m", "argilla_server", "database", "migrate");
        run(
                "-m",
                "argilla_server",
                "database",
                "users",
                "create",
                "--first-name",
                "Olga",
                "--username",
                People.OWNER,
                "--role",
                "owner",
                "--password",
                People.PASSWORD,
                "--api-key",
                KEY);
    }

    @Override
    public ServerProcess start() throws Exception {
        int port = ServerProcess.freePort();
        return ServerProcess.other(
                python("-m", "argilla_server", "start", "--host", "127.0.0.1", "--port", Integer.toString(port)),
                port,
                "/api/v1/version",
                data.resolve("output.log"));
    }

    @Override
    public void load(ServerProcess running, int first, int end) throws Exception {
        Path file = Files.writeString(data.resolve("people.csv"), People.csv(first, end));
        run("-c", LOAD, file.toString(), People.PASSWORD);
    }

    @Override
    public Wire wire(ServerProcess running) {
        return new ArgillaWire("", KEY, people);
    }

    @Override
    public void close() throws IOException {
        surroundings.close();
    }
}

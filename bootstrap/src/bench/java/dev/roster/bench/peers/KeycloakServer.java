package dev.roster.bench.peers;

import dev.roster.bench.http.KeepAliveClient;
import dev.roster.bench.http.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keycloak's distribution from Maven's index, built and started for production, with its store in its own memory. */
final class KeycloakServer implements Server {
    private static final String VERSION = "26.5.6";
    private static final String ARTIFACT = "org.keycloak:keycloak-quarkus-dist:" + VERSION + ":zip";
    private static final Duration MOST = Duration.ofMinutes(10);
    private static final Duration MOST_TO_ANSWER = Duration.ofMinutes(2);
    private static final int AT_ONCE = 1_000;
    private static final Pattern ACCESS_TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");
    private static final String OWNER = """
            {"realm":"%1$s","enabled":true,"sslRequired":"none","accessTokenLifespan":36000,
            "clients":[{"clientId":"%1$s","publicClient":true,"directAccessGrantsEnabled":true,"fullScopeAllowed":true}],
            "users":[{"username":"%2$s","enabled":true,"email":"%2$s@lab.example","firstName":"Olga","lastName":"Owner",
            "credentials":[{"type":"password","value":"%3$s"}],"clientRoles":{"realm-management":["realm-admin"]}}]}
            """.formatted(KeycloakWire.REALM, People.OWNER, People.PASSWORD);

    private final Path home;
    private final Path data;
    private final People people = new People();

    KeycloakServer(Path installed, Path data) {
        this.home = installed.resolve("keycloak-" + VERSION);
        this.data = data;
    }

    @Override
    public String name() {
        return "Keycloak " + VERSION;
    }

    @Override
    public void prepare() throws Exception {
        if (!Files.exists(home.resolve("ready"))) {
            install();
        }
        Files.writeString(Files.createDirectories(home.resolve("data/import")).resolve("bench-realm.json"), OWNER);
    }

    private void install() throws IOException, InterruptedException {
        Path log = data.resolve("install.log");
        ProcessBuilder unpack = new ProcessBuilder(
                System.getProperty("bench.maven", "mvn"),
                "--batch-mode",
                "-Dmaven.repo.local="
                        + System.getProperty(
                                "bench.repository", data.resolve("repository").toString()),
                "dependency:unpack",
                "-Dartifact=" + ARTIFACT,
                "-DoutputDirectory=" + home.getParent());
        Commands.run(unpack.directory(data.toFile()), MOST, log);
        Path script = home.resolve("bin/kc.sh");
        if (!script.toFile().setExecutable(true)) {
            throw new IOException("no " + script);
        }
        Commands.run(kc("build", "--db=dev-mem"), MOST, log);
        Files.createFile(home.resolve("ready"));
    }

    private ProcessBuilder kc(String... arguments) {
        ProcessBuilder builder = new ProcessBuilder(home.resolve("bin/kc.sh").toString());
        builder.command().addAll(List.of(arguments));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder;
    }

    @Override
    public ServerProcess start() throws Exception {
        int port = ServerProcess.freePort();
        ProcessBuilder start = kc(
                "start",
                "--optimized",
                "--cache=local",
                "--import-realm",
                "--http-enabled=true",
                "--hostname-strict=false",
                "--http-host=127.0.0.1",
                "--http-port=" + port);
        return ServerProcess.other(start, port, "/realms/" + KeycloakWire.REALM, data.resolve("output.log"));
    }

    @Override
    public void load(ServerProcess running, int first, int end) throws Exception {
        String token = token(running);
        try (KeepAliveClient client = new KeepAliveClient(running.port(), MOST_TO_ANSWER)) {
            for (int from = first; from < end; from += AT_ONCE) {
                String users = People.each(from, Math.min(end, from + AT_ONCE), ",", KeycloakWire::representation);
                client.send(
                        KeepAliveClient.post(
                                "/admin/realms/" + KeycloakWire.REALM + "/partialImport",
                                "Content-Type: application/json\r\nAuthorization: Bearer " + token,
                                "{\"ifResourceExists\":\"FAIL\",\"users\":[" + users + "]}"),
                        200);
            }
        }
    }

    private static String token(ServerProcess running) throws IOException {
        try (KeepAliveClient client = new KeepAliveClient(running.port(), MOST_TO_ANSWER)) {
            Matcher token =
                    ACCESS_TOKEN.matcher(client.send(KeycloakWire.logIn(), 200).body());
            if (!token.find()) {
                throw new IOException("no access token");
            }
            return token.group(1);
        }
    }

    @Override
    public Wire wire(ServerProcess running) throws IOException {
        return new KeycloakWire(token(running), people);
    }
}

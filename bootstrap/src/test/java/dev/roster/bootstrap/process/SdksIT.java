package dev.roster.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The SDKs of dialects as the Python index has them, against the packaged jar: each release that an {@code sdk.json} beside a
 * dialect's scripts names. Needs Python and runs with {@code -Psdk} only.
 */
@Tag("sdk")
class SdksIT {
    private static final Path SCRIPTS =
            Path.of(System.getProperty("roster.sdk.scripts", "../adapter-http/src/test/python"));
    private static final String KEY = "owner-token-0001";

    /**
     * One release of an SDK.
     *
     * @param mount where its scripts find the dialect; some go through the root, for scripts that cannot carry a path
     * @param server how the server is started
     */
    private record Release(String sdk, String release, String mount, JsonNode server) {
        static Stream<Release> of(Path scripts) {
            JsonNode sdk = json(scripts.resolve("sdk.json"));
            return StreamSupport.stream(sdk.path("releases").spliterator(), false)
                    .map(entry -> new Release(
                            String.valueOf(scripts.getFileName()),
                            entry.path("release").asText(),
                            entry.path("mount").asText(),
                            sdk.path("server")));
        }

        Map<String, String> environment() {
            Map<String, String> environment = new HashMap<>();
            server.path("environment")
                    .properties()
                    .forEach(entry ->
                            environment.put(entry.getKey(), entry.getValue().asText()));
            return environment;
        }

        /** The owner's key goes behind the last. */
        String[] arguments() {
            return Stream.concat(
                            StreamSupport.stream(server.path("arguments").spliterator(), false)
                                    .map(JsonNode::asText),
                            Stream.of(KEY))
                    .toArray(String[]::new);
        }

        @Override
        public String toString() {
            return sdk + " " + release + " at \"" + mount + "\"";
        }
    }

    @TempDir
    Path directory;

    private static JsonNode json(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static List<Release> releases() throws IOException {
        try (Stream<Path> dialects = Files.list(SCRIPTS)) {
            return dialects.filter(scripts -> Files.exists(scripts.resolve("sdk.json")))
                    .sorted()
                    .flatMap(Release::of)
                    .toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("releases")
    void unmodifiedSdkWorks(Release release) throws Exception {
        try (RosterProcess server = server(release)) {
            int exitCode = run(release, server.url() + release.mount());

            assertThat(exitCode).isZero();
            assertThat(server.err()).doesNotContain(" ERROR ");
        }
    }

    private RosterProcess server(Release release) throws Exception {
        Map<String, String> environment = release.environment();
        environment.put("ROSTER_DATA_DIR", directory.resolve("data").toString());
        return RosterProcess.server(environment, release.arguments());
    }

    /** The script has time limits of its own, so this ends. */
    private static int run(Release release, String url) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        System.getProperty("roster.python", "python3"),
                        SCRIPTS.resolve("run.py").toString(),
                        "--build-dir",
                        System.getProperty("roster.sdk.directory", "target") + "/" + release.sdk() + "-sdk",
                        release.sdk(),
                        release.release())
                .redirectErrorStream(true);
        builder.environment().put("ROSTER_URL", url);
        builder.environment().put("ROSTER_OWNER_KEY", KEY);
        Process script = builder.start();
        script.getOutputStream().close();
        try (BufferedReader lines = script.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().forEach(System.out::println);
        }
        return script.waitFor();
    }
}

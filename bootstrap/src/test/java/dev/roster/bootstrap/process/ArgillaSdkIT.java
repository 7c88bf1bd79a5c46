package dev.roster.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The Argilla SDKs as the Python index has them, against the packaged jar. Needs Python and runs with {@code -Psdk} only. */
@Tag("sdk")
class ArgillaSdkIT {
    private static final String KEY = "owner-token-0001";

    @TempDir
    Path directory;

    // One release goes through the root, for scripts that cannot carry a path.
    @ParameterizedTest(name = "{0} at \"{1}\"")
    @CsvSource({"2.8.0, /argilla", "2.6.0, ''", "2.0.1, /argilla", "1.29.1, /argilla"})
    void unmodifiedSdkWorks(String release, String mount) throws Exception {
        try (RosterProcess server = server()) {
            int exitCode = run(release, server.url() + mount);

            assertThat(exitCode).isZero();
            assertThat(server.err()).doesNotContain(" ERROR ");
        }
    }

    private RosterProcess server() throws Exception {
        Map<String, String> environment =
                Map.of("ROSTER_DATA_DIR", directory.resolve("data").toString(), "ROSTER_ROOT_DIALECT", "argilla");
        return RosterProcess.server(environment, "--username", "olga", "--user-token", KEY);
    }

    /** The script has time limits of its own, so this ends. */
    private static int run(String release, String url) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        System.getProperty("roster.python", "python3"),
                        System.getProperty("roster.sdk.script", "../adapter-http/src/test/python/argilla/run.py"),
                        "--build-dir",
                        System.getProperty("roster.sdk.directory", "target/argilla-sdk"),
                        release)
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

package dev.roster.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./roster}, as a copy in a checkout of its own, where the build and the JDK are what the test makes them. */
class LauncherIT {
    private static final Path LAUNCHER = Path.of("../roster").toAbsolutePath().normalize();
    private static final String BUILD = """
            #!/bin/sh
            echo "built in $PWD with $*"
            mkdir -p bootstrap/target
            cp "$BUILT_JAR" bootstrap/target/roster.jar
            """;

    @TempDir
    Path directory;

    private Path checkout = Path.of("");

    @BeforeEach
    void makeCheckout() throws IOException {
        assumeThat(Files.exists(Path.of("/bin/sh"))).as("a POSIX shell").isTrue();
        checkout = Files.createDirectory(directory.resolve("a checkout"));
        Files.copy(LAUNCHER, checkout.resolve("roster"));
        executable(checkout.resolve("mvnw"), BUILD);
    }

    private static Path executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private RosterProcess.Ended run(Path folder, Map<String, String> more, Path launcher, String... arguments)
            throws Exception {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = RosterProcess.builder(Map.of(), command).directory(folder.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment()
                .put(
                        "BUILT_JAR",
                        Path.of(System.getProperty("roster.jar", "target/roster.jar"))
                                .toAbsolutePath()
                                .toString());
        builder.environment().putAll(more);
        Path err = directory.resolve("err");
        Process process = builder.redirectError(err.toFile()).start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new RosterProcess.Ended(process.waitFor(), out.strip(), Files.readString(err));
    }

    @Test
    void buildsOnceAndKeepsStandardOutputForTheCommand() throws Exception {
        RosterProcess.Ended first = run(directory, Map.of(), checkout.resolve("roster"), "version");
        RosterProcess.Ended second = run(directory, Map.of(), checkout.resolve("roster"), "version");

        assertThat(first.exitCode()).as("%s", first).isZero();
        assertThat(first.err())
                .contains("roster: building ")
                .contains("built in " + checkout.toRealPath())
                .contains("-B -q -Pquick -DskipTests package -pl bootstrap -am");
        assertThat(first.out().lines()).hasSize(1);
        assertThat(second).returns(first.out(), RosterProcess.Ended::out).returns("", RosterProcess.Ended::err);
    }

    @Test
    void worksThroughLinksAndKeepsTheFolderOfTheCaller() throws Exception {
        Path bin = Files.createDirectory(directory.resolve("bin"));
        Path near = Files.createSymbolicLink(checkout.resolve("near"), Path.of("roster"));
        Path far = Files.createSymbolicLink(bin.resolve("rst"), Path.of("../a checkout/near"));
        Path folder = Files.createDirectory(directory.resolve("somewhere else"));
        assertThat(near).isSymbolicLink();

        RosterProcess.Ended made = run(folder, Map.of(), far, "init", "--quiet", "--data-dir", "my data");

        assertThat(made.exitCode()).as("%s", made).isZero();
        assertThat(folder.resolve("my data/roster.db")).exists();
        RosterProcess.Ended byName = run(
                folder,
                Map.of("PATH", bin + ":" + System.getenv("PATH")),
                Path.of("/bin/sh"),
                "-c",
                "rst --data-dir 'my data' users list --output csv");
        assertThat(byName.exitCode()).as("%s", byName).isZero();
    }

    @Test
    void argumentsAndExitCodeArePassedOn() throws Exception {
        RosterProcess.Ended wrong = run(directory, Map.of(), checkout.resolve("roster"), "no such", "* $HOME");

        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err()).contains("`no such`");
    }

    @Test
    void missingAndOldJavaAreNamed() throws Exception {
        Path old = directory.resolve("jdk8");
        executable(
                Files.createDirectories(old.resolve("bin")).resolve("java"),
                "#!/bin/sh\necho 'openjdk version \"1.8.0_392\"' >&2\n");
        Map<String, String> none = Map.of("JAVA_HOME", "", "PATH", onlyTools().toString());

        RosterProcess.Ended missing = run(directory, none, checkout.resolve("roster"), "version");
        RosterProcess.Ended tooOld =
                run(directory, Map.of("JAVA_HOME", old.toString()), checkout.resolve("roster"), "version");

        assertThat(missing.exitCode()).isEqualTo(3);
        assertThat(missing.err()).contains("there is no java on the PATH; install a JDK 17 or newer");
        assertThat(tooOld.exitCode()).isEqualTo(3);
        assertThat(tooOld.err()).contains("is Java 8; install a JDK 17 or newer");
        assertThat(checkout.resolve("bootstrap")).doesNotExist();
    }

    /** What the launcher needs beside a JDK, in a folder without one. */
    private Path onlyTools() throws IOException {
        Path tools = Files.createDirectory(directory.resolve("tools"));
        for (String tool : List.of("dirname", "readlink", "sed", "head")) {
            for (String place : List.of("/usr/bin", "/bin")) {
                Path found = Path.of(place, tool);
                if (Files.exists(found) && Files.notExists(tools.resolve(tool))) {
                    Files.createSymbolicLink(tools.resolve(tool), found);
                }
            }
        }
        return tools;
    }

    @Test
    void failedBuildIsSaid() throws Exception {
        executable(checkout.resolve("mvnw"), "#!/bin/sh\necho 'no network' >&2\nexit 1\n");

        RosterProcess.Ended failed = run(directory, Map.of(), checkout.resolve("roster"), "version");

        assertThat(failed.exitCode()).isEqualTo(3);
        assertThat(failed.err()).contains("no network", "roster: the build failed");
        assertThat(failed.out()).isEmpty();
    }
}

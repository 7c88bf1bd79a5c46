package dev.roster.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The packaged jar and the launcher without a UTF-8 locale, as in cron, systemd and bare containers, on the JDK of the tests
 * and on those that lie beside it. What is not ASCII is made by a shell, so that no locale of the tests comes between.
 */
class LocaleIT {
    private static final String REMEDY = "set LC_ALL=C.UTF-8 and run the command again";

    @TempDir
    Path directory;

    /** One of each version. */
    static List<Path> jdks() throws IOException {
        Path ours = Path.of(System.getProperty("java.home"));
        Map<String, Path> jdks = new LinkedHashMap<>(Map.of(version(ours), ours));
        try (Stream<Path> others = Files.list(ours.resolveSibling("."))) {
            for (Path other : others.filter(place -> Files.exists(place.resolve("release")))
                    .toList()) {
                jdks.putIfAbsent(version(other), other);
            }
        }
        return jdks.entrySet().stream()
                .filter(jdk -> Integer.parseInt(jdk.getKey()) >= 17)
                .map(Map.Entry::getValue)
                .toList();
    }

    private static String version(Path jdk) throws IOException {
        Properties release = new Properties();
        try (Reader text = Files.newBufferedReader(jdk.resolve("release"))) {
            release.load(text);
        }
        return release.getProperty("JAVA_VERSION", "0").replace("\"", "").split("[^0-9]", -1)[0];
    }

    @BeforeEach
    void needLinux() {
        assumeThat(Files.exists(Path.of("/proc/self/cmdline"))).as("Linux").isTrue();
    }

    /** Runs a line of shell in which {@code roster} is the jar. */
    private RosterProcess.Ended shell(Path jdk, String locale, String line) throws Exception {
        Path jar =
                Path.of(System.getProperty("roster.jar", "target/roster.jar")).toAbsolutePath();
        String roster = "roster() { '" + jdk.resolve("bin/java")
                + "' -Xmx512m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -jar '" + jar + "' \"$@\"; }; ";
        return run(jdk, locale, roster + line);
    }

    private RosterProcess.Ended run(Path jdk, String locale, String line) throws Exception {
        ProcessBuilder builder = RosterProcess.builder(
                        Map.of("ROSTER_DATA_DIR", directory.resolve("data").toString()), List.of("/bin/sh", "-c", line))
                .directory(directory.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.equals("LANG"));
        builder.environment().put("JAVA_HOME", jdk.toString());
        if (!locale.isEmpty()) {
            builder.environment().put("LC_ALL", locale);
        }
        Path err = directory.resolve("err");
        Process process = builder.redirectError(err.toFile()).start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new RosterProcess.Ended(process.waitFor(), out, Files.readString(err));
    }

    private static List<String> usernames(String json) throws IOException {
        List<String> names = new ArrayList<>();
        for (JsonNode user : new ObjectMapper().readTree(json)) {
            names.add(user.path("username").asText());
        }
        return names;
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void argumentsAndVariablesAreUtf8WhateverTheLocale(Path jdk) throws Exception {
        for (String locale : List.of("POSIX", "")) {
            RosterProcess.Ended made = shell(jdk, locale, """
                    export ROSTER_USERNAME="$(printf 'j\\303\\274rgen')" ROSTER_PASSWORD="$(printf 'p\\303\\244sswort-3')"
                    roster init --quiet >/dev/null &&
                    roster users create "$(printf 'zo\\303\\253 \\360\\237\\221\\251\\342\\200\\215\\360\\237\\222\\273')" -q >&2 &&
                    roster users list --output json &&
                    ! roster reset-password --username "$ROSTER_USERNAME" --password "$ROSTER_PASSWORD" >&2 && rm -r data
                    """);

            assertThat(made.exitCode()).as("%s", made).isZero();
            assertThat(usernames(made.out())).containsExactly("j\u00FCrgen", "zo\u00EB \uD83D\uDC69\u200D\uD83D\uDCBB");
            assertThat(made.err())
                    .contains("Entered password is the same as current")
                    .doesNotContain("\uFFFD");
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void whatIsNotUtf8IsRefusedByNameAndNothingIsStored(Path jdk) throws Exception {
        RosterProcess.Ended argument = shell(jdk, "C", "roster init --username \"$(printf 'j\\374rgen')\"");
        RosterProcess.Ended variable =
                shell(jdk, "C.UTF-8", "ROSTER_PASSWORD=\"$(printf 'p\\344sswort-3')\" roster init --username ada");
        RosterProcess.Ended input =
                shell(jdk, "C", "printf 'p\\344sswort-3\\n' | roster init --username ada --password-stdin");

        assertThat(argument.exitCode()).isEqualTo(2);
        assertThat(argument.err())
                .startsWith("roster: argument 3 of the command line, behind `--username`, is not UTF-8; ");
        assertThat(variable.exitCode()).isEqualTo(2);
        assertThat(variable.err()).startsWith("roster: the environment variable `ROSTER_PASSWORD` is not UTF-8; ");
        assertThat(input.exitCode()).isNotZero();
        assertThat(input.err()).startsWith("roster: standard input is not UTF-8 text, convert it first");
        assertThat(directory.resolve("data/roster.db")).doesNotExist();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void namesOfFilesThatJavaCannotSpellAreRefusedByName(Path jdk) throws Exception {
        RosterProcess.Ended ended = shell(jdk, "C", """
                name="$(printf 'f\\303\\274')"
                printf 'username\\nann\\n' > "$name.csv"
                roster init --quiet >/dev/null
                roster import "$name.csv"
                roster apply "$name.csv"
                roster users create bob --password-file "$name.csv"
                ROSTER_DATA_DIR="$name" roster init
                roster --database "$name.db" init
                mkdir "$name" && cd "$name" && roster init --data-dir here
                """);

        assertThat(ended.exitCode()).isNotZero();
        assertThat(ended.err().lines().filter(line -> line.startsWith("roster: ")))
                .hasSize(6)
                .allMatch(line -> line.endsWith(REMEDY))
                .anyMatch(line -> line.startsWith("roster: FILE: cannot use the file name `f\u00FC.csv`"))
                .anyMatch(line -> line.startsWith("roster: --password-file: cannot use the file name `f\u00FC.csv`"))
                .anyMatch(line -> line.startsWith("roster: data-dir (environment): cannot use the file name `f\u00FC`"))
                .anyMatch(line -> line.contains("cannot use the current folder"));
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).hasSize(4);
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void launcherOpensFilesOfAnyName(Path jdk) throws Exception {
        Path checkout = Files.createDirectories(directory.resolve("checkout/bootstrap/target"));
        Path jar =
                Path.of(System.getProperty("roster.jar", "target/roster.jar")).toAbsolutePath();
        Files.createSymbolicLink(checkout.resolve("roster.jar"), jar);
        Files.copy(Path.of("../roster").toAbsolutePath().normalize(), directory.resolve("checkout/roster"));

        RosterProcess.Ended ended = run(jdk, "C", """
                name="$(printf 'f\\303\\274')"
                mkdir "$name" && mv checkout "$name/" && cd "$name"
                printf 'username\\nj\\303\\274rgen\\n' > "$name.csv"
                printf 'correct horse 1\\n' |
                    checkout/roster --data-dir "$name" init --username olga --password-stdin >/dev/null &&
                checkout/roster --data-dir "$name" import "$name.csv" &&
                checkout/roster --data-dir "$name" users list --output json
                """);

        assertThat(ended.exitCode()).as("%s", ended).isZero();
        assertThat(usernames(ended.out())).containsExactly("olga", "j\u00FCrgen");
    }

    @Test
    void aTerminalIsReadAndWrittenInUtf8() throws Exception {
        Map<String, String> environment = Map.of(
                "LC_ALL",
                "C",
                "COLUMNS",
                "80",
                "ROSTER_DATA_DIR",
                directory.resolve("data").toString());

        RosterProcess.Ended made = Python.atTerminal(
                environment,
                List.of(
                        List.of("Email: ", "ada@example.org\n"),
                        List.of("User password for ada@example.org: ", "p\u00E4sswort-3\n")),
                "init");
        RosterProcess.Ended same = shell(Path.of(System.getProperty("java.home")), "C", """
                printf 'p\\303\\244sswort-3\\n' | roster reset-password --username ada@example.org --password-stdin
                """);

        assertThat(made.exitCode()).as("%s", made).isZero();
        assertThat(same.out()).contains("Entered password is the same as current");
    }

    @Test
    void whatIsTypedInAnotherEncodingIsRefused() throws Exception {
        RosterProcess.Ended refused = Python.atTerminal(
                Map.of(
                        "COLUMNS",
                        "80",
                        "ROSTER_DATA_DIR",
                        directory.resolve("data").toString()),
                List.of(
                        List.of("Email: ", "ada@example.org\n"),
                        List.of("User password for ada@example.org: ", "\uDCE4\n")),
                "init");

        assertThat(refused.exitCode()).isNotZero();
        assertThat(refused.out()).contains("what was typed is not UTF-8, nothing was changed");
    }

    @Test
    void reasonsAndHelpBreakBetweenWordsAtATerminal() throws Exception {
        Map<String, String> environment = Map.of(
                "LC_ALL",
                "C",
                "COLUMNS",
                "80",
                "ROSTER_DATA_DIR",
                directory.resolve("data").toString());
        RosterProcess.command(environment, "init", "--quiet");
        RosterProcess.command(environment, "users", "create", "ada", "--quiet");

        RosterProcess.Ended help = Python.atTerminal(environment, List.of(), "import", "label-studio", "--help");
        RosterProcess.Ended reason =
                Python.atTerminal(environment, List.of(), "can", "ada", "organization:create", "--quiet");

        assertThat(shown(help)).allMatch(line -> line.length() <= 80);
        assertThat(help.out()).contains("--api-key-prompt \\").contains("https://label-studio.example.org");
        assertThat(shown(reason)).allMatch(line -> line.length() <= 80);
        assertThat(reason.out().strip()).startsWith("\u001B[31mno\u001B[0m: ");
    }

    /** Without what makes it colourful, which takes no room. */
    private static List<String> shown(RosterProcess.Ended ended) {
        return ended.out().replaceAll("\u001B\\[[0-9;]*m", "").lines().toList();
    }
}

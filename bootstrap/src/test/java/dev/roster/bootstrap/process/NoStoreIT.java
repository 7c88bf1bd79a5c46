package dev.roster.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar where there is no store: what is for that creates one, everything else says so and leaves nothing. */
class NoStoreIT {
    private static final String[][] COMMANDS = {
        {"backup", "copy.db"},
        {"export", "all.jsonl"},
        {"audit", "verify"},
        {"reset-password", "--username", "olga", "--password", "correct-horse"},
        {"users", "list"},
        {"can", "olga", "user:create", "instance"},
        {"apply", "access.yaml", "--yes"},
        {"secret", "rotate", "--yes"},
        {"mail", "status"},
    };

    @TempDir
    Path directory;

    private static RosterProcess.Ended roster(Map<String, String> environment, String... arguments) throws Exception {
        return RosterProcess.command(environment, arguments);
    }

    private List<Path> left() throws Exception {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(path -> !path.equals(directory)).toList();
        }
    }

    @Test
    void mistypedDataDirectoryIsSaidAndNothingIsMade() throws Exception {
        Path mistyped = directory.resolve("rosetr");
        Path declaration = Files.writeString(directory.resolve("access.yaml"), "organizations: {default: {}}\n");
        for (String[] command : COMMANDS) {
            String[] words = Stream.concat(Stream.of("--data-dir", mistyped.toString()), Stream.of(command))
                    .map(word -> word.equals("access.yaml") ? declaration.toString() : word)
                    .toArray(String[]::new);

            RosterProcess.Ended ended = roster(Map.of(), words);

            assertThat(ended.exitCode()).as("%s %s", List.of(command), ended).isGreaterThan(1);
            assertThat(ended.err())
                    .as("%s", List.of(command))
                    .contains("there is no store at " + mistyped.resolve("roster.db") + " (data-dir from option)")
                    .contains("roster init");
        }
        assertThat(left()).containsExactly(declaration);
    }

    @Test
    void doctorSaysNoStoreYetAndLeavesNothing() throws Exception {
        Path empty = Files.createDirectory(directory.resolve("empty"));
        for (Path place : List.of(empty, directory.resolve("missing"))) {
            RosterProcess.Ended ended = roster(Map.of("ROSTER_DATA_DIR", place.toString()), "doctor");

            assertThat(ended.exitCode()).as("%s", ended).isZero();
            assertThat(ended.out())
                    .contains("warning  store: no store yet at " + place.resolve("roster.db"))
                    .contains("data-dir from environment");
        }
        assertThat(left()).containsExactly(empty);
    }

    @Test
    void dataDirectoryThatIsAFileIsSaid() throws Exception {
        Path file = Files.writeString(directory.resolve("notes"), "mine");
        Map<String, String> there = Map.of("ROSTER_DATA_DIR", file.toString());

        assertThat(roster(there, "users", "list").err()).contains("there is no store at " + file);
        assertThat(roster(there, "doctor"))
                .returns(1, RosterProcess.Ended::exitCode)
                .satisfies(ended -> assertThat(ended.out()).contains("is not a directory"));
        assertThat(roster(there, "init").err()).contains("cannot create the data directory");
        assertThat(file).hasContent("mine");
    }

    @Test
    void halfAStoreIsSaidAndStaysAsItIs() throws Exception {
        Map<String, String> there =
                Map.of("ROSTER_DATA_DIR", directory.resolve("data").toString());
        assertThat(roster(there, "init", "--quiet").exitCode()).isZero();
        Path key = directory.resolve("data/secret.key");
        Path store = directory.resolve("data/roster.db");
        byte[] content = Files.readAllBytes(key);

        Files.delete(key);
        for (String[] command : new String[][] {{"users", "list"}, {"init", "--quiet"}, {"start", "--port", "0"}}) {
            assertThat(roster(there, command).err()).contains("secret.key` is missing", "put the file back");
        }
        assertThat(key).doesNotExist();
        assertThat(roster(there, "doctor").out()).contains("secret.key is missing");

        Files.write(key, content);
        Files.delete(store);
        assertThat(roster(there, "users", "list").err()).contains("there is no store at " + store);
        assertThat(roster(there, "doctor").out()).contains("no store yet at " + store);
        assertThat(store).doesNotExist();
        assertThat(key).hasBinaryContent(content);
    }

    @Test
    void importCreatesAStoreInAPlaceThatItNames() throws Exception {
        Path people = Files.writeString(directory.resolve("people.csv"), "username,role\nana,owner\n");
        Path place = directory.resolve("new");

        RosterProcess.Ended unnamed = roster(Map.of("ROSTER_DATA_DIR", place.toString()), "import", people.toString());
        RosterProcess.Ended dry =
                roster(Map.of(), "import", people.toString(), "--data-dir", place.toString(), "--dry-run");
        assertThat(unnamed.err()).contains("there is no store at ");
        assertThat(dry.err()).contains("there is no store at ");
        assertThat(place).doesNotExist();

        RosterProcess.Ended named = roster(Map.of(), "import", people.toString(), "--data-dir", place.toString());
        assertThat(named.exitCode()).as("%s", named).isZero();
        assertThat(roster(Map.of(), "users", "list", "--data-dir", place.toString(), "--output", "csv")
                        .out())
                .contains("ana");
    }

    @Test
    void initCreatesAStoreOnPurpose() throws Exception {
        Map<String, String> there =
                Map.of("ROSTER_DATA_DIR", directory.resolve("data").toString());

        RosterProcess.Ended made = roster(there, "init", "--username", "olga", "--password", "correct-horse");

        assertThat(made.exitCode()).as("%s", made).isZero();
        assertThat(roster(there, "users", "list", "--output", "csv").out()).contains("olga");
        assertThat(roster(there, "doctor").out()).contains("ok       store:").doesNotContain("no store yet");
    }

    @Test
    void emptyPostgresIsNoStoreForAllButThoseThatCreateOne() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            Map<String, String> there = new HashMap<>(Map.of(
                    "ROSTER_DATA_DIR",
                    directory.resolve("data").toString(),
                    "ROSTER_DATABASE",
                    "postgres://postgres@127.0.0.1:" + postgres.getPort() + "/postgres"));
            RosterProcess.Ended list = roster(there, "users", "list");
            RosterProcess.Ended doctor = roster(there, "doctor");

            assertThat(list.exitCode()).isNotZero();
            assertThat(list.err())
                    .contains("there is no store at PostgreSQL at 127.0.0.1:")
                    .contains("database from environment");
            assertThat(doctor.exitCode()).as("%s", doctor).isZero();
            assertThat(doctor.out()).contains("no store yet at PostgreSQL at 127.0.0.1:");
            assertThat(left()).isEmpty();

            assertThat(roster(there, "init", "--username", "olga", "--password", "correct-horse")
                            .exitCode())
                    .isZero();
            assertThat(roster(there, "users", "list", "--output", "csv").out()).contains("olga");
            RosterProcess.Ended healthy = roster(there, "doctor");
            assertThat(healthy.exitCode()).as("%s", healthy).isZero();
            assertThat(healthy.out()).doesNotContain("broken");
        }
    }
}

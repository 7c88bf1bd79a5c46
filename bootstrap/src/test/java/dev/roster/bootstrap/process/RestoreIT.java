package dev.roster.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups and their way back, with processes that use the store, or end in the middle. */
class RestoreIT {
    private static final String TOKEN = "owner-token-0001";

    @TempDir
    Path directory;

    private Path data() {
        return directory.resolve("data");
    }

    private Map<String, String> environment() {
        return Map.of("ROSTER_DATA_DIR", data().toString());
    }

    private RosterProcess.Ended roster(int exitCode, String... arguments) throws Exception {
        RosterProcess.Ended ended = RosterProcess.command(environment(), arguments);
        assertThat(ended.exitCode()).as("%s", ended).isEqualTo(exitCode);
        return ended;
    }

    /** A backup with olga and ana, and a server that was killed after bob came. */
    private Path backupAndCrash() throws Exception {
        Path backup = directory.resolve("backup.db");
        RosterProcess server = server();
        Api olga = new Api(server.url(), TOKEN);
        olga.makeUser("ana", "annotator");
        roster(0, "backup", backup.toString());
        olga.makeUser("bob", "annotator");
        server.kill();
        assertThat(data().resolve("roster.db-wal")).isNotEmptyFile();
        return backup;
    }

    private RosterProcess server() throws Exception {
        return RosterProcess.server(environment(), "--username", "olga", "--user-token", TOKEN);
    }

    private String users() throws Exception {
        return roster(0, "users", "list", "--output", "csv").out();
    }

    private List<Path> old() throws IOException {
        try (Stream<Path> files = Files.list(data())) {
            return files.filter(file -> file.toString().matches(".*\\.before-restore-[0-9TZ-]+"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void restoreAfterACrashIsWholeAndKeepsTheOldStore() throws Exception {
        Path backup = backupAndCrash();

        RosterProcess.Ended restored = roster(0, "restore", backup.toString());

        assertThat(old()).hasSize(1);
        assertThat(restored.err()).contains("restored `" + backup + "`", "`" + old().get(0) + "`");
        assertThat(users()).contains("ana").doesNotContain("bob");
        assertThat(roster(0, "doctor").out()).contains("quick check: ok");
        assertThat(roster(
                                0,
                                "users",
                                "list",
                                "--output",
                                "csv",
                                "--database",
                                old().get(0).toString())
                        .out())
                .contains("ana", "bob");
        try (RosterProcess server = server()) {
            assertThat(new Api(server.url(), TOKEN).get("/v1/users").body().path("items"))
                    .hasSize(2);
        }
    }

    @Test
    void restoreWhileAServerRunsIsRefused() throws Exception {
        Path backup = directory.resolve("backup.db");
        try (RosterProcess server = server()) {
            roster(0, "backup", backup.toString());
            new Api(server.url(), TOKEN).makeUser("bob", "annotator");

            RosterProcess.Ended refused = roster(3, "restore", backup.toString());

            assertThat(refused.err()).contains("a process uses the store " + data().resolve("roster.db"));
            new Api(server.url(), TOKEN).makeUser("cid", "annotator");
        }
        assertThat(users()).contains("bob", "cid");
        assertThat(old()).isEmpty();
    }

    @Test
    void twoRestoresAtOnceLeaveAWholeStore() throws Exception {
        Path backup = backupAndCrash();

        RosterProcess first = RosterProcess.begin(environment(), "restore", backup.toString());
        RosterProcess second = RosterProcess.begin(environment(), "restore", backup.toString());
        List<RosterProcess.Ended> ended = List.of(first.toTheEnd(), second.toTheEnd());

        assertThat(ended).anyMatch(one -> one.exitCode() == 0);
        assertThat(ended)
                .allMatch(one -> one.exitCode() == 0 || one.err().contains("another restore"), "done, or refused");
        assertThat(users()).contains("ana").doesNotContain("bob");
    }

    /** However long it ran: what is found is the old store, or the backup, whole. */
    @Test
    void killedRestoreLeavesTheOldStoreOrTheBackupWhole() throws Exception {
        Path backup = backupAndCrash();
        long start = System.nanoTime();
        roster(0, "restore", backup.toString());
        long whole = (System.nanoTime() - start) / 1_000_000;
        for (int round = 0; round < 6; round++) {
            boolean bob = users().contains("bob");
            if (!bob) {
                roster(0, "users", "create", "bob");
            }
            RosterProcess restoring = RosterProcess.begin(environment(), "restore", backup.toString());
            Thread.sleep(whole * (5 + 2 * round) / 15);
            restoring.kill();

            assertThat(roster(0, "users", "list", "--output", "csv").out()).contains("olga", "ana");
            assertThat(roster(0, "doctor").out()).contains("quick check: ok");
            assertThat(roster(0, "audit", "verify").err()).doesNotContain("not as it was written");
        }
        roster(0, "restore", backup.toString());
        assertThat(users()).contains("ana").doesNotContain("bob");
    }

    @Test
    void cutOffBackupIsFoundOutAndChangesNothing() throws Exception {
        Path backup = backupAndCrash();
        assertThat(roster(0, "backup", "--verify", backup.toString()).err()).contains("is complete: schema version ");
        Path cut = Files.copy(backup, directory.resolve("cut.db"));
        try (FileChannel channel = FileChannel.open(cut, StandardOpenOption.WRITE)) {
            channel.truncate(Files.size(cut) / 2);
        }

        RosterProcess.Ended verified = roster(3, "backup", "--verify", cut.toString());
        RosterProcess.Ended refused = roster(3, "restore", cut.toString());

        assertThat(verified.err()).contains("`" + cut + "` ").contains("take another backup");
        assertThat(refused.err()).isEqualTo(verified.err());
        assertThat(users()).contains("bob");
        assertThat(old()).isEmpty();
    }

    @Test
    void backupOfAnotherInstallationIsRefusedAndNothingIsMade() throws Exception {
        Path backup = backupAndCrash();
        Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
        Map<String, String> there = Map.of("ROSTER_DATA_DIR", elsewhere.toString());

        RosterProcess.Ended refused = RosterProcess.command(there, "restore", backup.toString());
        assertThat(refused.exitCode()).isEqualTo(3);
        assertThat(refused.err()).contains("secret.key` is missing");
        assertThat(elsewhere).isEmptyDirectory();

        Files.copy(data().resolve("secret.key"), elsewhere.resolve("secret.key"));
        RosterProcess.Ended restored = RosterProcess.command(there, "restore", backup.toString());
        assertThat(restored.exitCode()).as("%s", restored).isZero();
        assertThat(RosterProcess.command(there, "users", "list", "--output", "csv")
                        .out())
                .contains("ana");
    }

    @Test
    void backupsOfADirectoryArePruned() throws Exception {
        roster(0, "init", "--quiet");
        Path backups = Files.createDirectory(directory.resolve("backups"));
        Path other = Files.writeString(backups.resolve("roster-by-hand.db"), "mine");
        for (int round = 0; round < 4; round++) {
            roster(0, "backup", backups.toString(), "--keep", "2");
        }

        try (Stream<Path> files = Files.list(backups)) {
            List<Path> left = files.toList();
            assertThat(left).hasSize(3).contains(other);
        }
    }
}

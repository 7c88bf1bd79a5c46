package dev.roster.persistence.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.application.given.Given;
import dev.roster.application.given.Ports;
import dev.roster.application.port.UserFilter;
import dev.roster.persistence.secret.SecretKeyException;
import dev.roster.persistence.secret.SecretKeySource;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On real files; that no process uses the store is tried with processes, by {@code RestoreIT}. */
class RestoreTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00.123Z");
    private static final String OLD = "roster.db.before-restore-20260302T090000Z";

    @TempDir
    private Path directory;

    private final OpenStores stores = new OpenStores();
    private Path backup = Path.of("");
    private Path place = Path.of("");
    private Path store = Path.of("");

    /** A backup with ana, and what a crash left of the store after bob came: a file, and a log that is not in it yet. */
    @BeforeEach
    void crash() throws IOException {
        Path living = directory.resolve("living.db");
        backup = directory.resolve("backup.db");
        place = Files.createDirectory(directory.resolve("data"));
        store = place.resolve("roster.db");
        Store open = stores.openStore(
                StoreAddress.file(living), org.jdbi.v3.core.statement.SqlLogger.NOP_SQL_LOGGER, OpenStores.keys());
        Ports ports = OpenStores.ports(open);
        new Given(ports).user("ana");
        open.backup(backup);
        new Given(ports).user("bob");
        Files.copy(living, store);
        Files.copy(Swap.with(living, "-wal"), Swap.with(store, "-wal"));
        assertThat(Swap.with(store, "-wal")).isNotEmptyFile();
    }

    @AfterEach
    void close() {
        stores.close();
    }

    private Restore.Restored restore(Path file) {
        return Restore.of(StoreAddress.file(store), OpenStores.keys()).from(BackupFile.at(file), file, NOW);
    }

    private long users(Path file) {
        return stores.open(StoreAddress.file(file)).users().count(UserFilter.all());
    }

    private List<String> left() throws IOException {
        try (Stream<Path> files = Files.list(place)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private void isRefused(Path file, String why) throws IOException {
        List<String> before = left();
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> restore(file))
                .withMessageContaining(why)
                .withMessageNotContaining("-restoring");
        assertThat(left()).isEqualTo(before);
        assertThat(users(store)).isEqualTo(2);
    }

    @Test
    void backupTakesThePlaceOfTheStoreAndOfItsLog() throws IOException {
        Restore.Restored restored = restore(backup);

        assertThat(restored.content().schema()).isEqualTo(Schema.NEWEST);
        assertThat(restored.old()).hasValue(place.resolve(OLD));
        assertThat(left()).containsExactly("roster.db", OLD, OLD + "-wal");
        assertThat(users(store)).isEqualTo(1);
        assertThat(users(place.resolve(OLD))).isEqualTo(2);
        assertThat(backup).exists();
        if (Files.getFileStore(store).supportsFileAttributeView("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(store)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void secondRestoreOfASecondKeepsBothOldStores() throws IOException {
        restore(backup);
        restore(backup);

        assertThat(left()).contains(OLD, OLD + "-wal", OLD + "-2");
        assertThat(users(store)).isEqualTo(1);
    }

    @Test
    void placeWithoutAStoreIsFilled() throws IOException {
        Files.delete(store);
        Files.delete(Swap.with(store, "-wal"));

        assertThat(restore(backup).old()).isEmpty();

        assertThat(left()).containsExactly("roster.db");
        assertThat(users(store)).isEqualTo(1);
    }

    @Test
    void logWithoutItsStoreDoesNotGetIntoTheBackup() throws IOException {
        Files.delete(store);

        restore(backup);

        assertThat(users(store)).isEqualTo(1);
    }

    @Test
    void storeBehindASymbolicLinkIsReplacedWhereItLies() throws IOException {
        Path elsewhere = Files.createDirectory(directory.resolve("elsewhere")).resolve("real.db");
        Files.move(store, elsewhere);
        Files.move(Swap.with(store, "-wal"), Swap.with(elsewhere, "-wal"));
        Files.createSymbolicLink(store, elsewhere);

        restore(backup);

        assertThat(store).isSymbolicLink();
        assertThat(users(store)).isEqualTo(1);
        assertThat(left()).containsExactly("roster.db");
    }

    @Test
    void cutOffBackupIsRefused() throws IOException {
        long size = Files.size(backup);
        for (long length : List.of(size - 1, size - 4096, size / 2, 4096L, 100L, 10L)) {
            Path cut = Files.copy(backup, directory.resolve("cut-" + length));
            try (FileChannel channel = FileChannel.open(cut, StandardOpenOption.WRITE)) {
                channel.truncate(length);
            }
            isRefused(cut, "`" + cut + "` ");
        }
    }

    @Test
    void otherFilesAreRefused() throws IOException {
        Path diary = Files.writeString(directory.resolve("diary"), "This is a diary, not a database.\n".repeat(200));
        Path recipes = directory.resolve("recipes.db");
        try (Handle handle = Jdbi.open("jdbc:sqlite:" + recipes)) {
            handle.execute("CREATE TABLE recipes (name TEXT)");
        }

        isRefused(diary, "`" + diary + "` is no SQLite database");
        isRefused(recipes, "`" + recipes + "` is no backup of Roster");
        isRefused(Files.createFile(directory.resolve("empty")), "is no backup of Roster");
        isRefused(directory.resolve("gone"), "there is no file");
        isRefused(directory, "there is no file");
    }

    @Test
    void damagedBackupIsRefused() throws IOException {
        Path damaged = Files.copy(backup, directory.resolve("damaged"));
        try (FileChannel channel = FileChannel.open(damaged, StandardOpenOption.WRITE)) {
            for (long page = Files.size(damaged) / 4096 / 2; page < Files.size(damaged) / 4096; page++) {
                channel.write(java.nio.ByteBuffer.wrap(new byte[4096]), page * 4096);
            }
        }

        isRefused(damaged, "damaged");
    }

    @Test
    void backupOfANewerRosterIsRefused() throws IOException {
        Path newer = Files.copy(backup, directory.resolve("newer"));
        try (Handle handle = Jdbi.open("jdbc:sqlite:" + newer)) {
            handle.execute(
                    "UPDATE flyway_schema_history SET version = '99' WHERE version = ?",
                    "%02d".formatted(Schema.NEWEST));
        }

        isRefused(newer, "has schema version 99");
    }

    @Test
    void storeItselfAndAStoreWithALogAreRefused() throws IOException {
        Path other = Files.createDirectory(directory.resolve("other")).resolve("roster.db");
        Files.copy(store, other);
        Files.copy(Swap.with(store, "-wal"), Swap.with(other, "-wal"));

        isRefused(other, "is a store in use or after a crash, not a backup");
        isRefused(Files.createSymbolicLink(directory.resolve("link"), store), "is the store itself");
    }

    @Test
    void backupOfAnotherKeyIsRefused() throws IOException {
        SecretKeySource other = SecretKeySource.given("another key, which is long enough for one");

        assertThatExceptionOfType(SecretKeyException.class)
                .isThrownBy(() -> Restore.of(StoreAddress.file(store), other).from(BackupFile.at(backup), backup, NOW))
                .withMessageContaining("the store at " + backup + " belongs to the key " + OpenStores.SECRET.brief());
        assertThat(left()).containsExactly("roster.db", "roster.db-wal");
        assertThat(users(store)).isEqualTo(2);
    }

    @Test
    void missingKeyIsNotMade() throws IOException {
        SecretKeySource none = SecretKeySource.inFile(place.resolve("secret.key"));

        assertThatExceptionOfType(SecretKeyException.class)
                .isThrownBy(() -> Restore.of(StoreAddress.file(store), none).from(BackupFile.at(backup), backup, NOW))
                .withMessageContaining("secret.key` is missing");
        assertThat(left()).containsExactly("roster.db", "roster.db-wal");
    }

    @Test
    void examiningLeavesNothingBesideABackup() throws IOException {
        Path alone = Files.createDirectory(directory.resolve("alone")).resolve("it is #1 100%.db");
        Files.copy(backup, alone);

        BackupFile.Content content = BackupFile.at(alone).examine();

        assertThat(content.schema()).isEqualTo(Schema.NEWEST);
        assertThat(content.key().isOf(OpenStores.SECRET)).isTrue();
        try (Stream<Path> files = Files.list(alone.getParent())) {
            assertThat(files).containsExactly(alone);
        }
    }

    /** Wherever a restore is cut off, the next opening finds the old store whole or the backup whole. */
    @Test
    void cutOffRestoreIsCompletedByTheNextOpening() throws IOException {
        for (int cut = 0; cut <= 3; cut++) {
            Path here = Files.createDirectory(directory.resolve("cut" + cut));
            Path cutOff = Files.copy(store, here.resolve("roster.db"));
            Path log = Files.copy(Swap.with(store, "-wal"), here.resolve("roster.db-wal"));
            Path next = Files.copy(backup, here.resolve("roster.db-restoring1"));
            Path old = here.resolve("old.db");
            Files.writeString(here.resolve("roster.db-restore"), "roster.db-restoring1\nold.db\ncomplete\n");
            if (cut > 0) {
                Files.move(log, Swap.with(old, "-wal"));
            }
            if (cut > 1) {
                Files.createLink(old, cutOff);
            }
            if (cut > 2) {
                Files.move(next, cutOff, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }

            assertThat(users(cutOff)).as("cut off after step %s", cut).isEqualTo(1);
            assertThat(users(old)).as("cut off after step %s", cut).isEqualTo(2);
            assertThat(next).doesNotExist();
            assertThat(here.resolve("roster.db-restore")).doesNotExist();
        }
    }

    @Test
    void leftoversOfARestoreThatWasCutOffBeforeItBeganGo() throws IOException {
        Files.writeString(place.resolve("roster.db-restoring123"), "half a copy");

        restore(backup);

        assertThat(left()).noneMatch(name -> name.contains("restoring"));
    }

    @Test
    void postgresHasItsOwnTool() {
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> Restore.of(StoreAddress.parse("postgres://localhost/roster"), OpenStores.keys()))
                .withMessageContaining("pg_restore");
    }

    @Test
    void onlyOwnBackupsArePruned() throws IOException {
        BackupDirectory backups = new BackupDirectory(place);
        for (int minute = 0; minute < 5; minute++) {
            Files.writeString(backups.file(NOW.plusSeconds(60L * minute)), "");
        }
        Files.writeString(place.resolve("roster-2026.db"), "by hand");
        Files.createDirectory(place.resolve("roster-20250302T090000123Z.db"));

        List<Path> pruned = backups.prune(2);

        assertThat(pruned)
                .containsExactly(
                        place.resolve("roster-20260302T090200123Z.db"),
                        place.resolve("roster-20260302T090100123Z.db"),
                        place.resolve("roster-20260302T090000123Z.db"));
        assertThat(left())
                .containsExactly(
                        "roster-20250302T090000123Z.db",
                        "roster-2026.db",
                        "roster-20260302T090300123Z.db",
                        "roster-20260302T090400123Z.db",
                        "roster.db",
                        "roster.db-wal");
    }
}

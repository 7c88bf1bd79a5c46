package dev.roster.persistence.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.roster.application.given.Given;
import dev.roster.application.given.Ports;
import dev.roster.application.port.UserFilter;
import dev.roster.persistence.sql.StoreAddress.SqliteFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteEngineTest {
    @TempDir
    private Path directory;

    private Path file = Path.of("");
    private SqliteEngine engine = engine(file);
    private final OpenStores stores = new OpenStores();

    @BeforeEach
    void makeEngine() {
        file = directory.resolve("roster.db");
        engine = engine(file);
    }

    @AfterEach
    void close() {
        engine.close();
        stores.close();
    }

    private static SqliteEngine engine(Path file) {
        return new SqliteEngine(new SqliteFile(file), SqlLogger.NOP_SQL_LOGGER, Patience.usual());
    }

    private Handle direct() {
        return Jdbi.open("jdbc:sqlite:" + file);
    }

    @Test
    void committedWorkSurvivesAPowerCut() {
        engine.open(OpenStores.keys(), Absence.CREATE);

        assertThat(pragma(engine.writers(), "journal_mode")).isEqualTo("wal");
        assertThat(pragma(engine.writers(), "synchronous")).isEqualTo("2");
    }

    @Test
    void everyConnectionKeepsForeignKeys() {
        engine.open(OpenStores.keys(), Absence.CREATE);

        assertThat(pragma(engine.writers(), "foreign_keys")).isEqualTo("1");
        assertThat(pragma(engine.readers(), "foreign_keys")).isEqualTo("1");
    }

    @Test
    void readersCannotWrite() {
        engine.open(OpenStores.keys(), Absence.CREATE);

        assertThat(pragma(engine.readers(), "query_only")).isEqualTo("1");
    }

    private static String pragma(Connections connections, String name) {
        Handle handle = connections.take();
        try {
            return handle.createQuery("PRAGMA " + name).mapTo(String.class).one();
        } finally {
            connections.giveBack(handle);
        }
    }

    @Test
    void everyForeignKeyHasAnIndex() {
        engine.open(OpenStores.keys(), Absence.CREATE);

        try (Handle handle = direct()) {
            List<String> keys = handle.createQuery("""
                            SELECT tables.name || '.' || keys."from" AS child
                            FROM sqlite_schema AS tables
                            JOIN pragma_foreign_key_list(tables.name) AS keys
                            WHERE tables.type = 'table'
                            """).mapTo(String.class).list();
            List<String> indexed = handle.createQuery("""
                            SELECT tables.name || '.' || columns.name
                            FROM sqlite_schema AS tables
                            JOIN pragma_index_list(tables.name) AS indexes
                            JOIN pragma_index_info(indexes.name) AS columns
                            WHERE tables.type = 'table' AND columns.seqno = 0
                            """).mapTo(String.class).list();

            assertThat(keys).hasSizeGreaterThan(10);
            assertThat(indexed).containsAll(keys);
        }
    }

    @Test
    void fileIsItsOwnersAlone() throws IOException {
        assumeThat(Files.getFileStore(directory).supportsFileAttributeView("posix"))
                .isTrue();

        engine.open(OpenStores.keys(), Absence.CREATE);

        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files)
                    .hasSizeGreaterThan(1)
                    .allSatisfy(one -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(one)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void manyMayOpenAnEmptyDirectoryAtOnce() throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<?>> opening = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Store store = Store.at(StoreAddress.file(file));
            opening.add(threads.submit(() -> {
                store.open(OpenStores.keys());
                store.close();
            }));
        }
        for (Future<?> opened : opening) {
            opened.get();
        }
        threads.shutdown();

        assertThat(stores.open(StoreAddress.file(file)).users().isEmpty()).isTrue();
        assertThat(directory.resolve("roster.db-upgrade")).doesNotExist();
    }

    @Test
    void missingDirectoryIsNamed() {
        SqliteEngine lost = engine(directory.resolve("missing/roster.db"));

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> lost.open(OpenStores.keys(), Absence.CREATE))
                .withMessageContaining("`" + directory.resolve("missing") + "` does not exist");
    }

    @Test
    void otherFilesAreLeftAlone() throws IOException {
        byte[] text = "This is a diary, not a database.\n".repeat(200).getBytes(StandardCharsets.UTF_8);
        Files.write(file, text);

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> engine.open(OpenStores.keys(), Absence.CREATE))
                .withMessageContaining(file.toString())
                .withMessageContaining("not a SQLite database");
        assertThat(Files.readAllBytes(file)).isEqualTo(text);
    }

    @Test
    void databasesOfOthersAreLeftAlone() {
        try (Handle handle = direct()) {
            handle.execute("CREATE TABLE recipes (name TEXT)");
        }

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> engine.open(OpenStores.keys(), Absence.CREATE))
                .withMessageContaining("tables of another program");
        try (Handle handle = direct()) {
            assertThat(handle.createQuery("SELECT count(*) FROM sqlite_schema")
                            .mapTo(Integer.class)
                            .one())
                    .isEqualTo(1);
        }
    }

    @Test
    void newerSchemaIsLeftAlone() {
        stores.open(StoreAddress.file(file));
        stores.close();
        try (Handle handle = direct()) {
            handle.execute(
                    "UPDATE flyway_schema_history SET version = '99' WHERE version = ?",
                    "%02d".formatted(Schema.NEWEST));
        }

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> engine.open(OpenStores.keys(), Absence.CREATE))
                .withMessageContaining("schema version 99")
                .withMessageContaining("newer Roster");
    }

    @Test
    void oldSchemaIsBroughtUpToDate() throws IOException {
        engine.open(OpenStores.keys(), Absence.CREATE);

        Schema schema = new Schema(Jdbi.create("jdbc:sqlite:" + file), engine.dialect(), new SqliteFile(file));

        assertThat(schema.version()).hasValue(Schema.NEWEST);
        assertThat(newestMigration()).isEqualTo(Schema.NEWEST);
    }

    /** In a file, or one of those that are code. */
    private static int newestMigration() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/migration"))) {
            int ofFiles = files.map(path -> path.getFileName().toString())
                    .mapToInt(name -> Integer.parseInt(name.substring(1, name.indexOf("__"))))
                    .max()
                    .orElseThrow();
            return Math.max(ofFiles, SearchKeys.VERSION);
        }
    }

    @Test
    void lockOfAnotherProcessIsTold() {
        stores.open(StoreAddress.file(file));
        stores.close();
        try (Handle other = direct()) {
            other.execute("PRAGMA locking_mode = EXCLUSIVE");
            other.execute("BEGIN EXCLUSIVE");

            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(() -> engine.open(OpenStores.keys(), Absence.CREATE))
                    .withMessageContaining("another process has locked it");
        }
    }

    @Test
    void readOnlyFileIsTold() {
        stores.open(StoreAddress.file(file));
        stores.close();
        assumeThat(file.toFile().setWritable(false) && !Files.isWritable(file))
                .as("somebody whom the file's rights hold off")
                .isTrue();

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> engine.open(OpenStores.keys(), Absence.CREATE))
                .withMessageContaining("not writable");
    }

    @Test
    void closedStoreSaysSo() {
        engine.open(OpenStores.keys(), Absence.CREATE);
        engine.close();

        assertThatThrownBy(() -> engine.readers().take())
                .isInstanceOf(StoreException.class)
                .hasMessage("the store is closed");
    }

    @Test
    void closingLeavesOneFile() throws IOException {
        Ports ports = stores.open(StoreAddress.file(file));
        new Given(ports).user("ana");
        ports.users().isEmpty();

        stores.close();

        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void missingFileIsNoStoreAndStaysAway() throws IOException {
        assertThat(engine.isMissing()).isTrue();
        assertThatExceptionOfType(NoStoreException.class)
                .isThrownBy(() -> engine.open(OpenStores.keys(), Absence.REFUSE))
                .withMessage("there is no store at " + file);
        assertThat(engine.key()).isEmpty();
        assertThat(engine.check()).anyMatch(finding -> !finding.isWell());

        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void emptyFileAndOneWithoutTablesAreNoStore() throws IOException {
        Files.createFile(file);
        assertThat(engine.isMissing()).isTrue();
        assertThatExceptionOfType(NoStoreException.class)
                .isThrownBy(() -> engine.open(OpenStores.keys(), Absence.REFUSE));
        assertThat(file).isEmptyFile();

        engine.open(OpenStores.keys(), Absence.CREATE);
        assertThat(engine.isMissing()).isFalse();
    }

    @Test
    void storeUnderAFileIsMissing() throws IOException {
        Path text = Files.writeString(directory.resolve("notes"), "mine");
        SqliteEngine below = engine(text.resolve("roster.db"));

        assertThat(below.isMissing()).isTrue();
        assertThatExceptionOfType(NoStoreException.class)
                .isThrownBy(() -> below.open(OpenStores.keys(), Absence.REFUSE));
        assertThat(text).hasContent("mine");
    }

    @Test
    void storeBehindASymbolicLinkIsOpened() throws IOException {
        engine.open(OpenStores.keys(), Absence.CREATE);
        engine.close();
        Path link = Files.createSymbolicLink(directory.resolve("link.db"), file);
        SqliteEngine linked = engine(link);

        assertThat(linked.isMissing()).isFalse();
        linked.open(OpenStores.keys(), Absence.REFUSE);
        linked.close();
        assertThat(engine(Files.createSymbolicLink(directory.resolve("lost.db"), directory.resolve("gone")))
                        .isMissing())
                .isTrue();
    }

    @Test
    void backupIsACompleteStore() {
        Ports ports = stores.open(StoreAddress.file(file));
        new Given(ports).user("ana");
        Path copy = directory.resolve("copy.db");

        ports.transactions().inTransaction(() -> {
            new Given(ports).user("not yet");
            engine.backup(copy);
        });

        assertThat(stores.open(StoreAddress.file(copy)).users().count(UserFilter.all()))
                .isEqualTo(1);
    }

    @Test
    void backupNeverReplacesAFile() throws IOException {
        engine.open(OpenStores.keys(), Absence.CREATE);
        Path taken = Files.writeString(directory.resolve("taken"), "mine");

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> engine.backup(taken))
                .withMessageContaining("exists");
        assertThat(taken).hasContent("mine");
    }

    @Test
    void failedBackupLeavesNothing() throws IOException {
        Files.writeString(file, "no database ".repeat(100));
        Path copy = directory.resolve("copy.db");

        assertThatExceptionOfType(StoreException.class).isThrownBy(() -> engine.backup(copy));

        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void checkTellsTheFacts() {
        engine.open(OpenStores.keys(), Absence.CREATE);

        assertThat(engine.check())
                .extracting(Finding::name)
                .contains(
                        "store",
                        "engine",
                        "schema version",
                        "outbox",
                        "journal mode",
                        "quick check",
                        "size",
                        "writable");
        assertThat(engine.check()).allMatch(Finding::isWell);
    }

    @Test
    void checkOfADamagedFileAdvises() throws IOException {
        Files.writeString(file, "no database ".repeat(100));

        assertThat(engine.check())
                .filteredOn(finding -> !finding.isWell())
                .extracting(Finding::advice)
                .singleElement()
                .asString()
                .contains("restore a backup");
    }
}

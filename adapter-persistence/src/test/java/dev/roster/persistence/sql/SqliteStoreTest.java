package dev.roster.persistence.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.contract.StoreContracts;
import dev.roster.application.given.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest extends StoreContracts {
    private static final SeenStatements STATEMENTS = new SeenStatements();

    /**
     * Installations have few roles, registered permissions and tables; the others are what a part of the same query found.
     */
    private static final Pattern SCAN = Pattern.compile(
            "SCAN (?!CONSTANT|\\(|users_search VIRTUAL TABLE INDEX \\S*M|(?:roles|registered_permissions|sqlite_sequence|"
                    + "blocks|by_organization_role|by_grant|holdings|bearers|candidates|accounts|holders|made|footholds|parts?\\d*|by_them|on_them|with_them|by_workspace|by_organization)"
                    + "\\b).*");

    private static Path template = Path.of("");

    @TempDir
    private Path directory;

    private final OpenStores stores = new OpenStores();

    @BeforeAll
    static void open(@TempDir Path directory) {
        template = directory.resolve("empty.db");
        try (OpenStores stores = new OpenStores()) {
            stores.open(StoreAddress.file(template));
        }
    }

    @Override
    protected Ports emptyStore() {
        try {
            Path file = Files.copy(template, directory.resolve("roster.db"));
            return stores.open(StoreAddress.file(file), STATEMENTS);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @AfterEach
    void close() {
        stores.close();
    }

    @AfterAll
    static void nothingScansAGrowingTable() {
        try (Handle handle = Jdbi.create("jdbc:sqlite:" + template).open()) {
            assertThat(STATEMENTS.badPlans(handle, SqliteStoreTest::scans)).isEmpty();
            assertThat(STATEMENTS.badPlans(handle, SqliteStoreTest::sortsBeforePages))
                    .isEmpty();
        }
    }

    /** Counting is looking at every row. */
    private static List<String> scans(Handle handle, String sql) {
        return sql.startsWith("SELECT count(*)")
                ? List.of()
                : plan(handle, sql).stream()
                        .filter(step -> SCAN.matcher(step).matches())
                        .toList();
    }

    /** What is on a numbered page by username may be sorted, and nothing that comes before it. */
    private static List<String> sortsBeforePages(Handle handle, String sql) {
        return sql.contains("OFFSET") && sql.contains("username_key")
                ? plan(handle, sql).stream()
                        .filter(step -> step.contains("TEMP B-TREE"))
                        .skip(1)
                        .toList()
                : List.of();
    }

    private static List<String> plan(Handle handle, String sql) {
        return handle.createQuery("EXPLAIN QUERY PLAN " + sql.replace('?', '1'))
                .map((row, context) -> row.getString("detail"))
                .list();
    }
}

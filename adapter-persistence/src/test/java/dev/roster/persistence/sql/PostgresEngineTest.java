package dev.roster.persistence.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostgresEngineTest {
    private final OpenStores stores = new OpenStores();

    @AfterEach
    void close() {
        stores.close();
    }

    private static Store at(StoreAddress address) {
        return Store.at(address);
    }

    @Test
    void unreachableServerIsToldWithoutThePassword() {
        Store store = at(StoreAddress.parse("postgres://ana:hunter22@localhost:1/roster"));

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> store.open(OpenStores.keys()))
                .withMessage("PostgreSQL at localhost:1/roster cannot be used: it cannot be reached;"
                        + " check host and port and whether it runs");
    }

    @Test
    void missingDatabaseIsTold() {
        Store store = at(Postgres.address("nowhere", "postgres", "hunter22"));

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> store.open(OpenStores.keys()))
                .withMessageContaining("there is no such database")
                .withMessageNotContaining("hunter22");
    }

    @Test
    void wrongAccountIsTold() {
        Store store = at(Postgres.address("postgres", "nobody", "hunter22"));

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> store.open(OpenStores.keys()))
                .withMessageContaining("does not accept this user and password")
                .withMessageNotContaining("hunter22");
    }

    @Test
    void newerSchemaIsLeftAlone() {
        StoreAddress address = Postgres.newDatabase("newer");
        stores.open(address);
        stores.close();
        Postgres.change("newer", "UPDATE flyway_schema_history SET version = '99' WHERE version = '01'");

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> stores.open(address))
                .withMessageContaining("schema version 99");
    }

    @Test
    void manyMayOpenAnEmptyDatabaseAtOnce() throws InterruptedException, ExecutionException {
        StoreAddress address = Postgres.newDatabase("crowded");
        ExecutorService threads = Executors.newFixedThreadPool(3);
        List<Future<?>> opening = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Store store = at(address);
            opening.add(threads.submit(() -> {
                store.open(OpenStores.keys());
                store.close();
            }));
        }
        for (Future<?> opened : opening) {
            opened.get();
        }
        threads.shutdown();

        assertThat(stores.open(address).users().isEmpty()).isTrue();
    }

    @Test
    void checkTellsTheFacts() {
        Store store = stores.openStore(Postgres.address(), SqlLogger.NOP_SQL_LOGGER, OpenStores.keys());

        assertThat(store.check())
                .allMatch(Finding::isWell)
                .extracting(Finding::name)
                .contains("engine", "size");
    }

    @Test
    void checkOfAStoreThatIsNotOpenTellsTheFactsToo() {
        stores.openStore(Postgres.address(), SqlLogger.NOP_SQL_LOGGER, OpenStores.keys());
        stores.close();

        assertThat(at(Postgres.address()).check())
                .allMatch(Finding::isWell)
                .extracting(Finding::name)
                .contains("engine", "schema version", "outbox", "size", "standby");
    }

    /** As a URL may ask for; booleans then have another text. */
    @Test
    void checkDoesNotDependOnHowTheServerSendsValues() {
        stores.openStore(Postgres.address(), SqlLogger.NOP_SQL_LOGGER, OpenStores.keys());
        stores.close();
        StoreAddress binary = StoreAddress.parse("postgres://postgres:any@localhost:" + Postgres.port()
                + "/postgres?prepareThreshold=-1&binaryTransferEnable=BOOL");

        assertThat(at(binary).check()).allMatch(Finding::isWell);
    }

    @Test
    void emptyDatabaseIsNoStoreAndStaysEmpty() {
        StoreAddress address = Postgres.newDatabase("mistyped");
        Store store = at(address);

        assertThat(store.isMissing()).isTrue();
        assertThatExceptionOfType(NoStoreException.class)
                .isThrownBy(() -> store.openExisting(OpenStores.keys()))
                .withMessage("there is no store at " + address);
        assertThat(tables("mistyped")).isEmpty();
        store.open(OpenStores.keys());
        store.close();
        assertThat(store.isMissing()).isFalse();
    }

    @Test
    void historyOfAnotherProgramInAnotherSchemaIsNoStore() {
        StoreAddress address = Postgres.newDatabase("shared");
        Postgres.change("shared", "CREATE SCHEMA shop");
        Postgres.change("shared", "CREATE TABLE shop.flyway_schema_history (version TEXT)");
        Store store = at(address);

        assertThat(store.isMissing()).isTrue();
        store.open(OpenStores.keys());
        store.close();
        assertThat(store.isMissing()).isFalse();
        assertThat(at(address).check()).allMatch(Finding::isWell);
    }

    private static List<String> tables(String database) {
        return Jdbi.create(Postgres.source(database))
                .withHandle(handle -> handle.createQuery("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
                        .mapTo(String.class)
                        .list());
    }

    @Test
    void serverThatCannotBeAskedIsNotMissing() {
        assertThat(at(StoreAddress.parse("postgres://localhost:1/roster")).isMissing())
                .isFalse();
    }

    @Test
    void backupNamesTheTool() {
        Store store = stores.openStore(Postgres.address(), SqlLogger.NOP_SQL_LOGGER, OpenStores.keys());

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> store.backup(Path.of("backup.sql")))
                .withMessageContaining("pg_dump");
    }
}

package dev.roster.persistence.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.BusyHandler;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.TransactionMode;

class SqliteTransactionsTest {
    @TempDir
    private Path directory;

    private Jdbi jdbi;

    @BeforeEach
    void createTable() {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setTransactionMode(TransactionMode.IMMEDIATE);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(0);
        String url = "jdbc:sqlite:" + directory.resolve("things.db");
        jdbi = Jdbi.create(() -> config.createConnection(url)).setTransactionHandler(new SqliteTransactions());
        jdbi.useHandle(handle -> handle.execute("CREATE TABLE things (number INTEGER PRIMARY KEY,"
                + " part_of INTEGER REFERENCES things (number) DEFERRABLE INITIALLY DEFERRED)"));
    }

    private int count() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM things")
                .mapTo(Integer.class)
                .one());
    }

    /** The other one asks for the lock without a pause, and so has it before anybody who would take it again. */
    @Test
    void whatIsCommittedDoesNotFailWhenAnotherOneTakesTheLock() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        Thread other = new Thread(() -> takeTheLock(over));
        other.start();
        try (Handle handle = jdbi.open()) {
            for (int number = 0; number < 300; number++) {
                begin(handle);
                handle.execute("INSERT INTO things (number) VALUES (?)", number);
                handle.commit();
            }
        } finally {
            over.set(true);
            other.join();
        }

        assertThat(count()).isEqualTo(300);
    }

    @Test
    void whatIsRolledBackDoesNotAskForTheLockAgain() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        Thread other = new Thread(() -> takeTheLock(over));
        other.start();
        try (Handle handle = jdbi.open()) {
            for (int number = 0; number < 300; number++) {
                begin(handle);
                handle.execute("INSERT INTO things (number) VALUES (?)", number);
                handle.rollback();
                assertThat(handle.isInTransaction()).isFalse();
            }
        } finally {
            over.set(true);
            other.join();
        }

        assertThat(count()).isZero();
    }

    private void takeTheLock(AtomicBoolean over) {
        try (Handle handle = jdbi.open()) {
            BusyHandler.setHandler(handle.getConnection(), new Insisting());
            while (!over.get()) {
                handle.begin();
                handle.commit();
                Thread.onSpinWait();
            }
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    private static final class Insisting extends BusyHandler {
        @Override
        protected int callback(int tries) {
            return 1;
        }
    }

    private static void begin(Handle handle) {
        while (!handle.isInTransaction()) {
            try {
                handle.begin();
            } catch (TransactionException locked) {
                assertThat(handle.isInTransaction()).isFalse();
            }
        }
    }

    @Test
    void commitThatFailsLeavesNoTransactionBehind() {
        Handle handle = jdbi.open();
        handle.begin();
        handle.execute("INSERT INTO things VALUES (1, 2)");

        assertThatExceptionOfType(TransactionException.class).isThrownBy(handle::commit);
        assertThat(Connections.rollBack(handle)).isFalse();
        jdbi.useHandle(next -> next.execute("INSERT INTO things VALUES (3, NULL)"));
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void savepointIsRolledBackAlone() {
        try (Handle handle = jdbi.open()) {
            handle.begin();
            handle.execute("INSERT INTO things VALUES (1, NULL)");
            handle.savepoint("member");
            handle.execute("INSERT INTO things VALUES (2, NULL)");
            handle.rollbackToSavepoint("member");
            handle.savepoint("member");
            handle.execute("INSERT INTO things VALUES (3, NULL)");
            handle.releaseSavepoint("member");
            handle.commit();
        }

        assertThat(count()).isEqualTo(2);
    }
}

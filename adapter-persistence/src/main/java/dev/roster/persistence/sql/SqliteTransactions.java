package dev.roster.persistence.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.transaction.TransactionException;
import org.jdbi.v3.core.transaction.TransactionHandler;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * Transactions of SQLite whose end begins no other one. The driver's own commit locks the file again at once, for the
 * transaction that may follow: what is committed then fails when another process was faster.
 */
final class SqliteTransactions implements TransactionHandler {
    private final Map<String, Savepoint> savepoints = new HashMap<>();

    /** Something that the driver may refuse. */
    private interface Call {
        void make(Connection connection) throws SQLException;
    }

    @Override
    public TransactionHandler specialize(Handle handle) {
        return new SqliteTransactions();
    }

    @Override
    public void begin(Handle handle) {
        savepoints.clear();
        call(handle, "begun", SqliteTransactions::begin);
    }

    /** The driver takes a transaction for begun even where SQLite could not begin it. */
    private static void begin(Connection connection) throws SQLException {
        try {
            connection.setAutoCommit(false);
        } catch (SQLException failure) {
            forget(connection);
            throw failure;
        }
    }

    private static void forget(Connection connection) {
        try {
            connection.setAutoCommit(true);
        } catch (SQLException nothing) {
            // There is nothing to commit, and the driver knows it now.
        }
    }

    /** As JDBC has it, this commits. Where it fails the driver takes the transaction for ended, and SQLite may not. */
    @Override
    public void commit(Handle handle) {
        boolean committed = false;
        try {
            call(handle, "committed", connection -> connection.setAutoCommit(true));
            committed = true;
        } finally {
            if (!committed) {
                call(handle, "closed", Connection::close);
            }
        }
    }

    @Override
    public void rollback(Handle handle) {
        call(handle, "rolled back", SqliteTransactions::rollBack);
    }

    /** The driver's own rollback would lock the file again, too. */
    private static void rollBack(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("ROLLBACK");
        }
        forget(connection);
    }

    @Override
    public boolean isInTransaction(Handle handle) {
        try {
            return !handle.getConnection().getAutoCommit();
        } catch (SQLException failure) {
            throw new TransactionException("the connection cannot be asked for its transaction", failure);
        }
    }

    @Override
    public void savepoint(Handle handle, String name) {
        call(handle, "marked", connection -> savepoints.put(name, connection.setSavepoint(name)));
    }

    @Override
    public void rollbackToSavepoint(Handle handle, String name) {
        call(handle, "rolled back to its mark", connection -> connection.rollback(savepoints.remove(name)));
    }

    @Override
    public void releaseSavepoint(Handle handle, String name) {
        call(handle, "kept", connection -> connection.releaseSavepoint(savepoints.remove(name)));
    }

    @Override
    public <R, X extends Exception> R inTransaction(Handle handle, HandleCallback<R, X> callback) {
        throw new UnsupportedOperationException("transactions begin and end in Database");
    }

    @Override
    public <R, X extends Exception> R inTransaction(
            Handle handle, TransactionIsolationLevel level, HandleCallback<R, X> callback) {
        throw new UnsupportedOperationException("transactions begin and end in Database");
    }

    private static void call(Handle handle, String what, Call call) {
        try {
            call.make(handle.getConnection());
        } catch (SQLException failure) {
            throw new TransactionException("the transaction could not be " + what, failure);
        }
    }
}

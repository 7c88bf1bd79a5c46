package dev.roster.persistence.sql;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the statements of one connection prepared, which the SQLite driver does not do itself. A statement is away while
 * it is in use, so that no two users share it.
 */
final class StatementCache implements StatementBuilder {
    private static final int MOST = 100;

    private final StatementBuilder builder = new DefaultStatementBuilder();
    private final Map<String, PreparedStatement> idle = new LinkedHashMap<>();
    /** What each statement in use was prepared from: Jdbi asks for SQL with {@code ?} and closes SQL with names in it. */
    private final IdentityHashMap<Statement, String> lent = new IdentityHashMap<>();

    @Override
    public Statement create(Connection connection, StatementContext context) throws SQLException {
        return builder.create(connection, context);
    }

    @Override
    public PreparedStatement create(Connection connection, String sql, StatementContext context) throws SQLException {
        @Nullable PreparedStatement known = idle.remove(sql);
        PreparedStatement prepared = known == null ? builder.create(connection, sql, context) : known;
        lent.put(prepared, sql);
        return prepared;
    }

    @Override
    public CallableStatement createCall(Connection connection, String sql, StatementContext context)
            throws SQLException {
        return builder.createCall(connection, sql, context);
    }

    @Override
    public void close(Connection connection, String sql, @Nullable Statement statement) throws SQLException {
        @Nullable String preparedFrom = lent.remove(statement);
        if (preparedFrom != null && statement instanceof PreparedStatement prepared && !prepared.isClosed()) {
            prepared.clearParameters();
            // What was added to a batch that failed before it ran would run with the next one.
            prepared.clearBatch();
            keep(preparedFrom, prepared);
        } else if (statement != null) {
            statement.close();
        }
    }

    private void keep(String sql, PreparedStatement prepared) throws SQLException {
        PreparedStatement twin = idle.put(sql, prepared);
        if (twin != null) {
            twin.close();
        }
        if (idle.size() > MOST) {
            Iterator<PreparedStatement> oldestFirst = idle.values().iterator();
            PreparedStatement oldest = oldestFirst.next();
            oldestFirst.remove();
            oldest.close();
        }
    }

    @Override
    public void close(Connection connection) {
        // Closing the connection closes what it prepared.
        idle.clear();
        lent.clear();
    }
}

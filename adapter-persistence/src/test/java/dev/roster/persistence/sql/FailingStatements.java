package dev.roster.persistence.sql;

import dev.roster.application.fault.Faults;
import java.sql.SQLException;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Fails statements as a driver does whose server or disk is gone. */
final class FailingStatements implements SqlLogger {
    private final Faults faults;

    FailingStatements(Faults faults) {
        this.faults = faults;
    }

    @Override
    public void logBeforeExecution(StatementContext context) {
        try {
            faults.beforeCall();
        } catch (Faults.Fault fault) {
            throw new UnableToExecuteStatementException(new SQLException("I/O error", fault), context);
        }
    }
}

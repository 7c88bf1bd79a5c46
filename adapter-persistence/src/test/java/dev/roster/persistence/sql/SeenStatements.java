package dev.roster.persistence.sql;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.ParsedSql;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * The statements that a store ran, to look at their plans afterwards. The contracts call every method of every port with
 * every filter, so what they leave here is all that Roster runs.
 */
final class SeenStatements implements SqlLogger {
    private static final Pattern LONG_LIST = Pattern.compile("\\?(?:, ?\\?){2,}");
    private static final Pattern PLANNED = Pattern.compile("\\s*(?:SELECT|INSERT|UPDATE|DELETE)\\b", Pattern.DOTALL);

    private final Set<String> statements = new ConcurrentSkipListSet<>();

    @Override
    public void logAfterExecution(StatementContext context) {
        ParsedSql parsed = context.getParsedSql();
        if (parsed != null && PLANNED.matcher(parsed.getSql()).lookingAt() && !isInsertOfRow(parsed.getSql())) {
            statements.add(LONG_LIST.matcher(parsed.getSql()).replaceAll("?, ?"));
        }
    }

    /** Has no plan, and its list of values must keep its length. */
    private static boolean isInsertOfRow(String sql) {
        return sql.stripLeading().startsWith("INSERT");
    }

    /** The statements with what is wrong with their plans. */
    List<String> badPlans(Handle handle, BiFunction<Handle, String, List<String>> faults) {
        return statements.stream()
                .flatMap(sql -> faults.apply(handle, sql).stream().map(fault -> fault + "\n    in " + sql))
                .toList();
    }

    Set<String> statements() {
        return statements;
    }
}

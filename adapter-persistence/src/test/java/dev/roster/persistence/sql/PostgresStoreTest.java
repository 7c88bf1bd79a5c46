package dev.roster.persistence.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.contract.StoreContracts;
import dev.roster.application.given.Ports;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;

class PostgresStoreTest extends StoreContracts {
    private static final SeenStatements STATEMENTS = new SeenStatements();
    private static final OpenStores STORES = new OpenStores();
    private static final Ports PORTS = STORES.open(Postgres.address(), STATEMENTS);

    private static final Pattern PARAMETER = Pattern.compile("\\?");

    /** Installations have few roles and registered permissions. */
    private static final Pattern SEQUENTIAL = Pattern.compile("Seq Scan on (?!(?:roles|registered_permissions)\\b)");

    private static final Pattern SORT = Pattern.compile("(?:-> +)?(?:Incremental )?Sort");

    private static final Pattern BY_INDEX = Pattern.compile("Index (?:Only )?Scan (?!using roles_)");

    @Override
    protected Ports emptyStore() {
        Postgres.empty();
        return PORTS;
    }

    @AfterAll
    static void close() {
        STORES.close();
    }

    @AfterAll
    static void nothingScansAGrowingTable() {
        try (Handle handle = Postgres.forPlans().open()) {
            List.of("enable_seqscan", "enable_hashjoin", "enable_mergejoin")
                    .forEach(setting -> handle.execute("SET " + setting + " = off"));
            assertThat(STATEMENTS.badPlans(handle, PostgresStoreTest::scans)).isEmpty();
            assertThat(STATEMENTS.badPlans(handle, PostgresStoreTest::sortsBeforePages))
                    .isEmpty();
        }
    }

    /** What is on a numbered page by username may be sorted, and nothing that comes before it. */
    private static List<String> sortsBeforePages(Handle handle, String sql) {
        return sql.contains("OFFSET") && sql.contains("username_key")
                ? plan(handle, sql).stream()
                        .map(String::strip)
                        .filter(SORT.asMatchPredicate())
                        .skip(1)
                        .toList()
                : List.of();
    }

    /** Counting is looking at every row. */
    private static List<String> scans(Handle handle, String sql) {
        return sql.startsWith("SELECT count(*)") ? List.of() : scans(plan(handle, sql));
    }

    /**
     * With what suits small tables off, a sequential scan is left only where no index would do on the largest table
     * either, or an index is read from end to end.
     */
    private static List<String> scans(List<String> plan) {
        return IntStream.range(0, plan.size())
                .filter(step -> SEQUENTIAL.matcher(plan.get(step)).find()
                        || (BY_INDEX.matcher(plan.get(step)).find() && !hasCondition(plan, step)))
                .mapToObj(step -> plan.get(step).strip())
                .toList();
    }

    private static boolean hasCondition(List<String> plan, int step) {
        return step + 1 < plan.size() && plan.get(step + 1).contains("Index Cond");
    }

    private static List<String> plan(Handle handle, String sql) {
        int[] number = {0};
        String numbered = PARAMETER.matcher(sql).replaceAll(found -> Matcher.quoteReplacement("$" + ++number[0]));
        return handle.createQuery("EXPLAIN (GENERIC_PLAN, COSTS OFF) " + numbered + " ")
                .mapTo(String.class)
                .list();
    }
}

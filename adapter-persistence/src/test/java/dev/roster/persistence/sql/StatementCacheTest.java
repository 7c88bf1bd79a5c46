package dev.roster.persistence.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementCustomizer;
import org.junit.jupiter.api.Test;

final class StatementCacheTest {
    private static final String NAMED = "SELECT :word";

    @Test
    void oneStatementServesManyQueries() {
        List<PreparedStatement> used = new ArrayList<>();

        try (Handle handle = open()) {
            assertThat(ask(handle, "red", used)).isEqualTo("red");
            assertThat(ask(handle, "blue", used)).isEqualTo("blue");
        }

        assertThat(used).hasSize(2);
        assertThat(used.get(0)).isSameAs(used.get(1));
    }

    @Test
    void statementInUseIsNotLentAgain() {
        List<PreparedStatement> used = new ArrayList<>();

        try (Handle handle = open()) {
            handle.createQuery(NAMED)
                    .bind("word", "outer")
                    .addCustomizer(noting(used))
                    .map((row, context) -> ask(handle, "inner", used))
                    .one();
        }

        assertThat(used).hasSize(2);
        assertThat(used.get(0)).isNotSameAs(used.get(1));
    }

    @Test
    void unfinishedQueryLeavesNothingOpen() {
        try (Handle handle = open()) {
            handle.execute("CREATE TABLE things (name TEXT)");
            handle.execute("INSERT INTO things VALUES ('first'), ('second')");

            String first = handle.createQuery("SELECT name FROM things WHERE name <> :other")
                    .bind("other", "third")
                    .mapTo(String.class)
                    .findFirst()
                    .orElseThrow();

            assertThat(first).isEqualTo("first");
            // SQLite refuses this while a query on the table is under way.
            handle.execute("DROP TABLE things");
        }
    }

    @Test
    void nothingIsRememberedOfTheLastUse() throws SQLException {
        StatementCache cache = new StatementCache();
        String sql = "SELECT ?";

        try (Handle handle = open()) {
            Connection connection = handle.getConnection();
            PreparedStatement first = cache.create(connection, sql, handleContext(handle));
            first.setString(1, "secret");
            cache.close(connection, sql, first);
            PreparedStatement again = cache.create(connection, sql, handleContext(handle));

            assertThat(again).isSameAs(first);
            assertThat(again.executeQuery().getString(1)).isNull();
        }
    }

    @Test
    void aBatchThatNeverRanIsForgotten() throws SQLException {
        StatementCache cache = new StatementCache();
        String sql = "INSERT INTO things VALUES (?)";

        try (Handle handle = open()) {
            handle.execute("CREATE TABLE things (name TEXT)");
            Connection connection = handle.getConnection();
            PreparedStatement first = cache.create(connection, sql, handleContext(handle));
            first.setString(1, "never");
            first.addBatch();
            cache.close(connection, sql, first);
            PreparedStatement again = cache.create(connection, sql, handleContext(handle));
            again.setString(1, "now");
            again.addBatch();

            assertThat(again).isSameAs(first);
            assertThat(again.executeBatch()).hasSize(1);
            assertThat(handle.createQuery("SELECT name FROM things")
                            .mapTo(String.class)
                            .list())
                    .containsExactly("now");
        }
    }

    private static StatementContext handleContext(Handle handle) {
        return handle.createQuery(NAMED).getContext();
    }

    private static Handle open() {
        Jdbi jdbi = Jdbi.create("jdbc:sqlite::memory:");
        jdbi.setStatementBuilderFactory(connection -> new StatementCache());
        return jdbi.open();
    }

    private static String ask(Handle handle, String word, List<PreparedStatement> used) {
        return handle.createQuery(NAMED)
                .bind("word", word)
                .addCustomizer(noting(used))
                .mapTo(String.class)
                .one();
    }

    private static StatementCustomizer noting(List<PreparedStatement> used) {
        return new StatementCustomizer() {
            @Override
            public void beforeExecution(PreparedStatement statement, StatementContext context) {
                used.add(statement);
            }
        };
    }
}

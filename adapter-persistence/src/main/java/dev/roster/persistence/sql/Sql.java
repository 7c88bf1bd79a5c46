package dev.roster.persistence.sql;

import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** A statement with the values for its names, to be run once: in the transaction of the thread, or alone. */
final class Sql {
    /** Makes something of the row that the cursor is on. */
    interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    private final Database database;
    private final String text;
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();
    private final Map<String, List<?>> lists = new LinkedHashMap<>();

    Sql(Database database, String text) {
        this.database = database;
        this.text = text;
    }

    Sql with(String name, @Nullable Object value) {
        values.put(name, value);
        return this;
    }

    Sql with(Conditions conditions) {
        values.putAll(conditions.values());
        return this;
    }

    /** The values for a name in angle brackets; at least one. */
    Sql within(String name, Collection<?> all) {
        lists.put(name, List.copyOf(all));
        return this;
    }

    /** What the query finds, which is one row at the most. */
    <T> Optional<T> one(Reading<T> reading) {
        return database.read(handle -> bound(handle.createQuery(text))
                .map((row, context) -> reading.read(row))
                .findOne());
    }

    /** Whether the query finds anything. */
    boolean isThere() {
        return one(row -> true).isPresent();
    }

    <T> List<T> all(Reading<T> reading) {
        return database.read(handle -> bound(handle.createQuery(text))
                .map((row, context) -> reading.read(row))
                .list());
    }

    /**
     * A page of a list in the order of numbers.
     *
     * @param number by which the page after this one goes on; the query has {@code :after} for it, and {@code :most}
     */
    <T> Page<T> page(PageRequest page, Reading<T> reading, ToLongFunction<T> number) {
        List<T> found =
                with("after", page.after()).with("most", page.limit() + 1).all(reading);
        return Page.of(found, page, number);
    }

    /**
     * Runs what is no query. Returns how many rows there are that it changed.
     *
     * @param takens as for {@link Database#write}
     */
    int change(Taken... takens) {
        return database.write(handle -> bound(handle.createUpdate(text)).execute(), takens);
    }

    /** Runs what changes one row at the most, and returns of it what its {@code RETURNING} says. */
    <T> Optional<T> returning(Reading<T> reading) {
        return database.write(handle -> bound(handle.createQuery(text))
                .map((row, context) -> reading.read(row))
                .findOne());
    }

    /** Whether there was anything for it to change. */
    boolean changed() {
        return change() > 0;
    }

    /**
     * Gives rows a time each, as {@code :id} and {@code :at}. In the order of the ids, so that nodes that stamp the same rows
     * wait for each other at most.
     */
    <K> void stamp(Map<K, Instant> times, Function<K, UUID> id) {
        database.write(handle -> {
            PreparedBatch batch = handle.prepareBatch(text);
            times.entrySet().stream()
                    .sorted(Comparator.comparing(entry -> id.apply(entry.getKey())))
                    .forEach(entry -> batch.bind("id", entry.getKey())
                            .bind("at", entry.getValue())
                            .add());
            return batch.execute();
        });
    }

    private <S extends SqlStatement<S>> S bound(S statement) {
        S bound = bind(statement, values);
        for (Map.Entry<String, List<?>> list : lists.entrySet()) {
            bound = bound.bindList(list.getKey(), list.getValue());
        }
        return bound;
    }

    static <S extends SqlStatement<S>> S bind(S statement, Map<String, ? extends @Nullable Object> values) {
        S bound = statement;
        for (Map.Entry<String, ? extends @Nullable Object> value : values.entrySet()) {
            bound = bound.bind(value.getKey(), value.getValue());
        }
        return bound;
    }
}

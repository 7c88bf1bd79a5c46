package dev.roster.application.fake;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Rows by key, in order of their numbers, none of which is given twice. */
final class Table<K, V> {
    private final Map<K, V> rows;
    private long last;

    Table() {
        this(Map.of(), 0);
    }

    private Table(Map<K, V> rows, long last) {
        this.rows = new LinkedHashMap<>(rows);
        this.last = last;
    }

    Table<K, V> copy() {
        return new Table<>(rows, last);
    }

    /** Adds a row that is made with its number. */
    V add(K key, LongFunction<V> numbered) {
        last++;
        V row = numbered.apply(last);
        rows.put(key, row);
        return row;
    }

    void put(K key, V row) {
        rows.put(key, row);
    }

    /** Returns false when there is no such row. */
    boolean change(K key, UnaryOperator<V> change) {
        return rows.computeIfPresent(key, (same, row) -> change.apply(row)) != null;
    }

    /** Changes every row, in place. */
    void changeAll(UnaryOperator<V> change) {
        rows.replaceAll((same, row) -> change.apply(row));
    }

    boolean has(K key) {
        return rows.containsKey(key);
    }

    Optional<V> find(K key) {
        return Optional.ofNullable(rows.get(key));
    }

    Stream<V> stream() {
        return rows.values().stream();
    }

    boolean remove(K key) {
        return rows.remove(key) != null;
    }

    int removeIf(Predicate<V> condition) {
        int before = rows.size();
        rows.values().removeIf(condition);
        return before - rows.size();
    }
}

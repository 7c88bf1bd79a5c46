package dev.roster.persistence.sql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * The WHERE of a list with filters. Only the filters that are set become part of the query, because an index helps
 * neither engine with {@code :role IS NULL OR role_id = :role}. The parts are constants, the values are bound.
 */
final class Conditions {
    private final List<String> parts = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    Conditions and(String part) {
        parts.add(part);
        return this;
    }

    Conditions and(String part, String name, Object value) {
        return bind(name, value).and(part);
    }

    /** All that is in others. */
    Conditions and(Conditions others) {
        parts.addAll(others.parts);
        values.putAll(others.values);
        return this;
    }

    /** The values of others, whose parts are put in otherwise. */
    Conditions bind(Conditions others) {
        values.putAll(others.values);
        return this;
    }

    /** A value that several parts may name. */
    Conditions bind(String name, Object value) {
        values.put(name, value);
        return this;
    }

    Conditions andIfSet(String part, String name, @Nullable Object value) {
        return value == null ? this : and(part, name, value);
    }

    String where() {
        return parts.isEmpty() ? "" : " WHERE " + String.join(" AND ", parts);
    }

    /** What follows other conditions. */
    String more() {
        return parts.stream().map(part -> " AND " + part).collect(Collectors.joining());
    }

    /** By the names in {@link #where}. */
    Map<String, Object> values() {
        return values;
    }

    <S extends SqlStatement<S>> S bindTo(S statement) {
        return Sql.bind(statement, values);
    }
}

package dev.roster.cli;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which fields of a kind of thing are printed, in order, under the names of the HTTP API.
 *
 * @param plural what many of them are called
 */
record Layout<T>(String plural, List<Field<T>> fields) {
    /** Takes a field's value out of an item. */
    @FunctionalInterface
    interface Reading<T> {
        /** Text, a number, a boolean, a list, a map, anything that is its own text, or null. */
        @Nullable
        Object of(T item);
    }

    /** @param isColumn whether it has its place in a table too */
    record Field<T>(String name, boolean isColumn, Reading<T> reading) {
        String heading() {
            return name.replace('_', ' ').toUpperCase(Locale.ROOT);
        }
    }

    static <T> Layout<T> of(String plural) {
        return new Layout<>(plural, List.of());
    }

    /** A field that is always printed. */
    Layout<T> column(String name, Reading<T> reading) {
        return with(new Field<>(name, true, reading));
    }

    /** A field that has no place in a table of many. */
    Layout<T> detail(String name, Reading<T> reading) {
        return with(new Field<>(name, false, reading));
    }

    /** The same fields for something that has such a thing in it. */
    <S> Layout<S> on(Function<S, T> part) {
        return new Layout<>(
                plural,
                fields.stream()
                        .map(field -> new Field<S>(
                                field.name(),
                                field.isColumn(),
                                item -> field.reading().of(part.apply(item))))
                        .toList());
    }

    private Layout<T> with(Field<T> field) {
        return new Layout<>(
                plural, Stream.concat(fields.stream(), Stream.of(field)).toList());
    }

    List<Field<T>> columns() {
        return fields.stream().filter(Field::isColumn).toList();
    }
}

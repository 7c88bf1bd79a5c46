package dev.roster.cli.terminal;

import dev.roster.domain.UserText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
public record Layout<T>(String plural, List<Field<T>> fields) {
    /** Takes a field's value out of an item. */
    @FunctionalInterface
    public interface Reading<T> {
        /** Text, a number, a boolean, a list, a map, anything that is its own text, or null. */
        @Nullable
        Object of(T item);
    }

    /**
     * One field.
     *
     * @param path its name, behind the name of the object it is in, if any: {@code user.username}
     * @param heading what people read over it
     * @param isColumn whether it has its place in a table too
     * @param cell what a table of many shows of it
     */
    record Field<T>(List<String> path, String heading, boolean isColumn, Reading<T> reading, Reading<T> cell) {
        public static <T> Field<T> of(String path, boolean isColumn, Reading<T> reading) {
            return new Field<>(List.of(path.split("\\.")), headingOf(path), isColumn, reading, reading);
        }

        /** The name where no objects are inside objects. */
        String flatName() {
            return String.join("_", path);
        }

        /** By its name, or by what people read over it. */
        private boolean isCalled(String name) {
            String plain = plain(name);
            return plain.equals(flatName()) || plain.equals(plain(heading));
        }

        private static String plain(String name) {
            return name.strip().toLowerCase(Locale.ROOT).replaceAll("[. -]", "_");
        }

        private Field<T> asColumn() {
            return new Field<>(path, heading, true, reading, cell);
        }
    }

    /** A thing's name is what people call it, so it goes under the thing's own heading. */
    private static String headingOf(String path) {
        String words = path.endsWith(".name") ? path.substring(0, path.lastIndexOf('.')) : path;
        String last =
                words.endsWith(".id") || words.endsWith(".kind") ? words : words.substring(words.lastIndexOf('.') + 1);
        return last.replace('_', ' ').replace('.', ' ').toUpperCase(Locale.ROOT);
    }

    public static <T> Layout<T> of(String plural) {
        return new Layout<>(plural, List.of());
    }

    /** A field that is always printed. */
    public Layout<T> column(String path, Reading<T> reading) {
        return with(Field.of(path, true, reading));
    }

    /** A field that is always printed, under another heading than its name. */
    public Layout<T> column(String path, String heading, Reading<T> reading) {
        return with(new Field<>(List.of(path.split("\\.")), heading.toUpperCase(Locale.ROOT), true, reading, reading));
    }

    /** A column with a time, of which a table of many shows the day in UTC. */
    public Layout<T> day(String path, String heading, Reading<T> reading) {
        return with(new Field<>(
                List.of(path.split("\\.")),
                heading.toUpperCase(Locale.ROOT),
                true,
                reading,
                item -> dayOf(reading.of(item))));
    }

    private static @Nullable Object dayOf(@Nullable Object time) {
        return time instanceof Instant instant ? LocalDate.ofInstant(instant, ZoneOffset.UTC) : time;
    }

    /** A field that has no place in a table of many. */
    public Layout<T> detail(String path, Reading<T> reading) {
        return with(Field.of(path, false, reading));
    }

    /** The same under another heading than its name. */
    public Layout<T> detail(String path, String heading, Reading<T> reading) {
        return with(new Field<>(List.of(path.split("\\.")), heading.toUpperCase(Locale.ROOT), false, reading, reading));
    }

    /** The same fields for something that has such a thing in it. */
    public <S> Layout<S> on(Function<S, T> part) {
        return new Layout<>(
                plural,
                fields.stream()
                        .map(field -> new Field<S>(
                                field.path(),
                                field.heading(),
                                field.isColumn(),
                                item -> field.reading().of(part.apply(item)),
                                item -> field.cell().of(part.apply(item))))
                        .toList());
    }

    /** The same fields inside an object of that name. */
    public Layout<T> within(String name) {
        return new Layout<>(
                plural,
                fields.stream()
                        .map(field -> new Field<>(
                                Stream.concat(Stream.of(name), field.path().stream())
                                        .toList(),
                                field.heading(),
                                field.isColumn(),
                                field.reading(),
                                field.cell()))
                        .toList());
    }

    private Layout<T> with(Field<T> field) {
        return new Layout<>(
                plural, Stream.concat(fields.stream(), Stream.of(field)).toList());
    }

    /**
     * These fields alone, in this order, as columns.
     *
     * @throws UsageException for a field that there is none of
     */
    Layout<T> only(List<String> names) {
        return new Layout<>(plural, names.stream().map(this::column).toList());
    }

    private Field<T> column(String name) {
        return fields.stream()
                .filter(field -> field.isCalled(name))
                .findFirst()
                .map(Field::asColumn)
                .orElseThrow(() -> new UsageException("--columns: unknown column " + UserText.quote(name)
                        + ", expected " + String.join(", ", names())));
    }

    /** What all columns are called, in order. */
    public List<String> names() {
        return fields.stream().map(Field::flatName).toList();
    }

    List<Field<T>> columns() {
        return fields.stream().filter(Field::isColumn).toList();
    }
}

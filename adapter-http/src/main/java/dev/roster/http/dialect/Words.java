package dev.roster.http.dialect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words of a dialect for a few values. */
public final class Words<T> {
    private final Map<String, T> values;
    private final UnaryOperator<String> alike;
    private final String expected;

    private Words(List<T> values, Function<T, String> word, UnaryOperator<String> alike) {
        this.values = values.stream()
                .collect(Collectors.toMap(
                        value -> alike.apply(word.apply(value)),
                        Function.identity(),
                        (one, other) -> one,
                        LinkedHashMap::new));
        this.alike = alike;
        this.expected = values.stream()
                .map(value -> "'" + word.apply(value) + "'")
                .collect(Collectors.joining(", "))
                .replaceFirst(", ([^,]*)$", " or $1");
    }

    /** Words that are read as they are written. */
    public static <T> Words<T> of(List<T> values, Function<T, String> word) {
        return new Words<>(values, word, UnaryOperator.identity());
    }

    public static Words<String> of(String... words) {
        return of(List.of(words), Function.identity());
    }

    /** Words that are read in any case, with hyphens or underscores. */
    public static <T> Words<T> loosely(List<T> values, Function<T, String> word) {
        return new Words<>(values, word, text -> text.toLowerCase(Locale.ROOT).replace('-', '_'));
    }

    public Optional<T> read(String word) {
        @Nullable T value = values.get(alike.apply(word));
        return Optional.ofNullable(value);
    }

    /** For messages: {@code 'owner', 'admin' or 'annotator'}. */
    public String expected() {
        return expected;
    }
}

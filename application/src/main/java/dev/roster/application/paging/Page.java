package dev.roster.application.paging;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list. It may be short, or empty, while more follows.
 *
 * @param next what {@link PageRequest#after()} is for the following part, or null when nothing follows
 */
public record Page<T>(List<T> items, @Nullable Long next) {
    public Page {
        items = List.copyOf(items);
    }

    /**
     * The page made of what a store found when it was asked for one item more than the limit.
     *
     * @param number the number that the list is ordered by
     */
    public static <T> Page<T> of(List<T> found, PageRequest request, ToLongFunction<T> number) {
        if (found.size() <= request.limit()) {
            return new Page<>(found, null);
        }
        List<T> items = found.subList(0, request.limit());
        return new Page<>(items, number.applyAsLong(items.get(items.size() - 1)));
    }

    /** The items that pass; what follows stays the same. */
    public Page<T> filter(Predicate<? super T> condition) {
        return new Page<>(items.stream().filter(condition).toList(), next);
    }

    public <R> Page<R> map(Function<? super T, ? extends R> mapping) {
        return new Page<>(items.stream().<R>map(mapping).toList(), next);
    }
}

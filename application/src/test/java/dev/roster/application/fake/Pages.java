package dev.roster.application.fake;

import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.domain.text.NameKey;
import java.util.Comparator;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What all lists in memory have in common. */
final class Pages {
    private Pages() {}

    static <T> Page<T> of(Stream<T> all, PageRequest page, ToLongFunction<T> number) {
        return Page.of(
                all.filter(item -> number.applyAsLong(item) > page.after())
                        .sorted(Comparator.comparingLong(number))
                        .limit(page.limit() + 1L)
                        .toList(),
                page,
                number);
    }

    /** Whether a name holds a part, without regard to case; every name holds null. */
    static boolean contains(String name, @Nullable String part) {
        return part == null
                || NameKey.of(name).value().contains(NameKey.of(part).value());
    }
}

package dev.roster.application.paging;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Reads whole lists, one page at a time. */
public final class Pages {
    private Pages() {}

    /** A page after the other. */
    public static <T> void whole(int limit, Function<PageRequest, Page<T>> source, Consumer<Page<T>> out) {
        Long after = 0L;
        while (after != null) {
            Page<T> page = source.apply(new PageRequest(after, limit));
            out.accept(page);
            after = page.next();
        }
    }

    /** An entry after the other. */
    public static <T> void each(Function<PageRequest, Page<T>> source, Consumer<T> out) {
        whole(PageRequest.MOST, source, page -> page.items().forEach(out));
    }

    /**
     * A page by its number of a list that nothing counts but a walk over it.
     *
     * @throws dev.roster.domain.RefusedException INVALID naming {@code page_size} for the whole of a list that is too long for
     *     that
     */
    public static <T> CountedPage<T> counted(NumberedQuery query, Function<PageRequest, Page<T>> source) {
        List<T> items = new ArrayList<>();
        long[] count = {0};
        each(source, item -> {
            if (count[0] >= query.before() && items.size() < query.most()) {
                items.add(item);
            }
            count[0]++;
            query.requireFit(count[0]);
        });
        return new CountedPage<>(items, count[0]);
    }

    /** All entries at once: for lists that are short, or that nothing can be said of before their end. */
    public static <T> List<T> all(Function<PageRequest, Page<T>> source) {
        List<T> all = new ArrayList<>();
        each(source, all::add);
        return all;
    }
}

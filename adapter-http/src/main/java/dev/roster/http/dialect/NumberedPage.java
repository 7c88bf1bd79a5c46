package dev.roster.http.dialect;

import dev.roster.application.paging.CountedPage;
import dev.roster.application.paging.NumberedQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list that clients request by its number. Pages beyond the end are empty.
 *
 * @param count how long the whole list is
 * @param previous the number of the page before, or null
 * @param next the number of the page after, or null
 */
public record NumberedPage<T>(
        List<T> items,
        long count,
        @Nullable Integer previous,
        @Nullable Integer next) {
    public NumberedPage {
        items = List.copyOf(items);
    }

    /** Which page a client asks for: {@code page} from 1, and {@code page_size}, where -1 is the whole list as page 1. */
    public record Asked(int page, int size) {
        public static Asked read(Inputs inputs, int usual, int most) {
            Field<Integer> page = inputs.queryNumber("page", 1, Integer.MAX_VALUE);
            Field<Integer> size = inputs.queryNumber("page_size", NumberedQuery.ALL, most);
            return new Asked(page.or(1), size.or(0) == 0 ? usual : size.or(usual));
        }

        /** The page for a use case that counts pages. */
        public NumberedQuery query() {
            return new NumberedQuery(page, size);
        }

        private boolean isWhole() {
            return size == NumberedQuery.ALL;
        }

        private long end() {
            return isWhole() ? Long.MAX_VALUE : query().before() + size;
        }
    }

    /** What a use case found that counts pages. */
    public static <T> NumberedPage<T> of(Asked asked, CountedPage<T> found) {
        return new NumberedPage<>(
                found.items(),
                found.count(),
                asked.page() == 1 || asked.isWhole() ? null : asked.page() - 1,
                found.count() > asked.end() ? asked.page() + 1 : null);
    }
}

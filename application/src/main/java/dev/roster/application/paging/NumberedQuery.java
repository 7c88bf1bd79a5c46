package dev.roster.application.paging;

import dev.roster.domain.RefusedException;

/**
 * A page of a list by its number, for interfaces whose clients count pages. Items that are added or removed between two
 * requests move the others; {@link PageRequest} does not have that fault.
 *
 * @param page from 1
 * @param size the maximum number of items, 1 to {@value PageRequest#MOST}, or {@value #ALL} for the whole list as the first
 *     page, which {@link #requireFit} limits
 */
public record NumberedQuery(int page, int size) {
    public static final int ALL = -1;

    /** How long the whole list may be, so that no request keeps a million items in memory. */
    public static final int MOST_AT_ONCE = 10_000;

    public NumberedQuery {
        if (page < 1) {
            throw RefusedException.invalid("page", "invalid page " + page + ", expected 1 or more");
        }
        if (size != ALL && (size < 1 || size > PageRequest.MOST)) {
            throw RefusedException.invalid(
                    "page_size", "invalid page_size " + size + ", expected 1 to " + PageRequest.MOST + ", or " + ALL);
        }
    }

    /** How many items come before the page. */
    public long before() {
        if (size == ALL) {
            return page == 1 ? 0 : Long.MAX_VALUE;
        }
        return (page - 1L) * size;
    }

    /** The maximum number of items on the page. */
    public long most() {
        return size == ALL ? MOST_AT_ONCE : size;
    }

    /** @throws RefusedException INVALID naming {@code page_size} where the whole of a list is asked for that is too long for that */
    public void requireFit(long count) {
        if (size == ALL && count > MOST_AT_ONCE) {
            throw RefusedException.invalid(
                    "page_size",
                    "the list has more than " + MOST_AT_ONCE + " items, ask for pages of at most " + PageRequest.MOST);
        }
    }
}

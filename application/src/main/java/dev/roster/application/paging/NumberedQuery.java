package dev.roster.application.paging;

import dev.roster.domain.RefusedException;

/**
 * Which part of a list by its number, for doors whose clients count pages. What is added or removed between two pages moves
 * the others; {@link PageRequest} does not have that fault.
 *
 * @param page from 1
 * @param size how many at the most, 1 to {@value PageRequest#MOST}, or {@value #ALL} for the whole list as the first page,
 *     which {@link #requireFit} has an end for
 */
public record NumberedQuery(int page, int size) {
    public static final int ALL = -1;

    /** How long the whole list may be, so that nobody has a million items held at once. */
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

    /** How many items the page has at the most. */
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

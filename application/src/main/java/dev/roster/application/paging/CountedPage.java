package dev.roster.application.paging;

import java.util.List;

/**
 * The page that a {@link NumberedQuery} asks for. Beyond the end it is empty.
 *
 * @param count how long the whole list is
 */
public record CountedPage<T>(List<T> items, long count) {
    public CountedPage {
        items = List.copyOf(items);
    }
}

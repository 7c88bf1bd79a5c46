package dev.roster.http.console.view;

import org.jspecify.annotations.Nullable;

/**
 * The way through a list.
 *
 * @param first where the list begins, or null on its first page
 * @param next where it goes on, or null on its last page
 */
public record PagerView(@Nullable String first, @Nullable String next) {
    /** A list of one page. */
    public static final PagerView WHOLE = new PagerView(null, null);

    public boolean isNeeded() {
        return first != null || next != null;
    }
}

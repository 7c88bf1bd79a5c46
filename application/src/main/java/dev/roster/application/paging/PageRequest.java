package dev.roster.application.paging;

import dev.roster.domain.RefusedException;

/**
 * Which part of a list.
 *
 * @param after the number of the last item already seen; 0 for the first page
 * @param limit the maximum number of items, 1 to {@value #MOST}
 */
public record PageRequest(long after, int limit) {
    public static final int MOST = 1_000;
    public static final int USUAL = 50;

    public PageRequest {
        if (limit < 1 || limit > MOST) {
            throw RefusedException.invalid("limit", "invalid limit " + limit + ", expected 1 to " + MOST);
        }
        if (after < 0) {
            throw RefusedException.invalid("cursor", "invalid cursor");
        }
    }

    public static PageRequest first() {
        return new PageRequest(0, USUAL);
    }

    public static PageRequest first(int limit) {
        return new PageRequest(0, limit);
    }
}

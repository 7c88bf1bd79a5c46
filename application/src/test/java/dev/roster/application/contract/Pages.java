package dev.roster.application.contract;

import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Walks through lists as callers do. */
public final class Pages {
    private Pages() {}

    /** All items, fetched in pages of that size. */
    public static <T> List<T> walk(int size, Function<PageRequest, Page<T>> list) {
        List<T> all = new ArrayList<>();
        Page<T> page = list.apply(PageRequest.first(size));
        all.addAll(page.items());
        while (page.next() != null) {
            page = list.apply(new PageRequest(page.next(), size));
            all.addAll(page.items());
        }
        return all;
    }
}

package dev.roster.application.declaration;

import dev.roster.application.port.Page;
import dev.roster.application.port.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A list with all its pages. */
final class WholeList {
    private WholeList() {}

    static <T> List<T> of(Function<PageRequest, Page<T>> source) {
        List<T> whole = new ArrayList<>();
        Long after = 0L;
        while (after != null) {
            Page<T> page = source.apply(new PageRequest(after, PageRequest.MOST));
            whole.addAll(page.items());
            after = page.next();
        }
        return whole;
    }
}

package dev.roster.http.console;

import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.domain.text.WholeNumbers;
import dev.roster.http.console.view.PagerView;
import dev.roster.http.web.Call;
import dev.roster.http.web.Site;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The way through a list: the next page is asked for with the number of the last entry seen, and with all that narrows the list. */
final class Paged {
    private static final String AFTER = "after";
    private static final Set<String> PASSING = Set.of(AFTER, "done");
    private static final long MOST = Long.MAX_VALUE - 1;

    private Paged() {}

    static PageRequest of(Call call) {
        return of(call, PageRequest.USUAL);
    }

    static PageRequest of(Call call, int limit) {
        Long after = call.query().read(AFTER, text -> WholeNumbers.parse(AFTER, text, 0L, MOST));
        return new PageRequest(after == null ? 0 : after, limit);
    }

    static PagerView pager(Call call, Page<?> page) {
        Long next = page.next();
        boolean isFirst = call.query().textOrEmpty(AFTER) == null;
        return new PagerView(isFirst ? null : here(call, null), next == null ? null : here(call, next));
    }

    private static String here(Call call, @Nullable Long after) {
        String path = Site.pathOf(call.context()) + call.context().path();
        for (Map.Entry<String, List<String>> parameter :
                call.context().queryParamMap().entrySet()) {
            if (!PASSING.contains(parameter.getKey())) {
                for (String value : parameter.getValue()) {
                    path = Screens.withQuery(path, parameter.getKey(), value);
                }
            }
        }
        return after == null ? path : Screens.withQuery(path, AFTER, after.toString());
    }
}

package dev.roster.http.arize;

import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.http.web.Call;
import dev.roster.http.web.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** How lists are asked for and answered (contract §2.4). */
final class Envelope {
    private static final int USUAL = 50;
    private static final int MOST = 100;
    private static final Shape<Map<String, Object>> SHAPE = Shape.ofObject();

    private Envelope() {}

    static PageRequest page(Call call) {
        return call.page(USUAL, MOST);
    }

    /** @param plural the key of the items */
    static <S> void answer(Call call, String plural, Page<S> page, Function<S, Map<String, Object>> item) {
        List<Map<String, Object>> items = page.items().stream().map(item).toList();
        Map<String, Object> pagination = new LinkedHashMap<>();
        String next = call.next(page);
        pagination.put("has_more", next != null);
        if (next != null) {
            pagination.put("next_cursor", next);
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put(plural, items);
        body.put("pagination", pagination);
        answer(call, 200, body);
    }

    static void answer(Call call, int status, Map<String, Object> body) {
        call.answer(status, SHAPE, body);
    }
}

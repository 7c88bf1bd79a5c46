package dev.roster.http.labelstudio;

import dev.roster.http.web.Call;
import dev.roster.http.web.Shape;
import java.util.List;
import java.util.Map;

/** How objects are answered here: key by key, with null where the original has null. */
final class Json {
    static final Shape<Map<String, Object>> OBJECT = Shape.ofObject();

    static final Shape<List<Map<String, Object>>> LIST = Shape.ofObjects();

    private Json() {}

    static void answer(Call call, Map<String, Object> body) {
        answer(call, 200, body);
    }

    static void answer(Call call, int status, Map<String, Object> body) {
        call.answer(status, OBJECT, body);
    }
}

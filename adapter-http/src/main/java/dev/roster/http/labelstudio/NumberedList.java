package dev.roster.http.labelstudio;

import dev.roster.http.dialect.NumberedPage;
import dev.roster.http.web.Call;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A part of a list with its neighbours (contract §4.5). Past the end it is empty, as the SDK asks until it is. */
final class NumberedList {
    private NumberedList() {}

    static void answer(Call call, NumberedPage<?> page, List<Map<String, Object>> results) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("count", page.count());
        body.put("next", link(call, page.next()));
        body.put("previous", link(call, page.previous()));
        body.put("results", results);
        Json.answer(call, body);
    }

    /** The same question for another page. */
    private static @Nullable String link(Call call, @Nullable Integer page) {
        if (page == null) {
            return null;
        }
        Stream<String> others = call.context().queryParamMap().entrySet().stream()
                .filter(parameter -> !parameter.getKey().equals("page"))
                .flatMap(parameter ->
                        parameter.getValue().stream().map(value -> encoded(parameter.getKey()) + "=" + encoded(value)));
        return Mount.here(call.context())
                + Stream.concat(Stream.of("page=" + page), others).collect(Collectors.joining("&", "?", ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

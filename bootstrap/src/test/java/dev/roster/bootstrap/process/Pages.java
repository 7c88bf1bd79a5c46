package dev.roster.bootstrap.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads lists to their end. */
final class Pages {
    private Pages() {}

    static long count(Api api, String path) throws IOException, InterruptedException {
        return all(api, path).size();
    }

    /** @param path with a query already */
    static List<JsonNode> all(Api api, String path) throws IOException, InterruptedException {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = api.get(path + "&limit=500" + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .body();
            page.path("items").forEach(items::add);
            JsonNode next = page.path("next_cursor");
            cursor = next.isTextual() ? next.asText() : "";
        } while (!cursor.isEmpty());
        return items;
    }
}

package dev.roster.http.argilla;

import dev.roster.http.web.Call;
import dev.roster.http.web.RouteGroup;
import dev.roster.http.web.Routes;
import dev.roster.http.web.Shape;
import java.util.List;
import java.util.Map;

/** What the original tells everybody about itself. */
final class OpenRoutes implements RouteGroup {
    /** The release whose API this is, for clients that compare it with their own. */
    static final String VERSION = "2.8.0";

    /** The last 1.x client warns about every other. */
    static final String LEGACY_VERSION = "1.29.1";

    private static final String NONE = "none";

    private record Open(String version) {}

    private static final Shape<Open> VERSION_JSON = Shape.of(Open.class);
    private static final Shape<Map<String, Object>> OBJECT = Shape.ofObject();

    @Override
    public void register(Routes routes) {
        routes.get("/api/v1/version", call -> call.answer(VERSION_JSON, new Open(VERSION)))
                .open();
        routes.get("/api/v1/status", OpenRoutes::status).open();
        routes.get("/api/v1/settings", OpenRoutes::settings).open();
        routes.get("/api/v1/oauth2/providers", call -> call.answer(OBJECT, Map.of("items", List.of())))
                .open();
        routes.get("/api/_info", call -> call.answer(VERSION_JSON, new Open(LEGACY_VERSION)))
                .open();
        routes.get("/api/_status", OpenRoutes::legacyStatus).open();
    }

    private static void status(Call call) {
        call.answer(OBJECT, Map.of("version", VERSION, "search_engine", Map.of(), "memory", Map.of()));
    }

    private static void settings(Call call) {
        call.answer(OBJECT, Map.of("argilla", Map.of("share_your_progress_enabled", false)));
    }

    /** The command {@code argilla info} wants a search engine here, and reads nothing but its keys. */
    private static void legacyStatus(Call call) {
        Map<String, Object> engineVersion = Map.of(
                "number", NONE,
                "build_type", NONE,
                "build_hash", NONE,
                "build_date", NONE,
                "build_snapshot", false,
                "lucene_version", NONE,
                "minimum_wire_compatibility_version", NONE,
                "minimum_index_compatibility_version", NONE);
        Map<String, Object> engine = Map.of(
                "name", "roster",
                "cluster_name", NONE,
                "cluster_uuid", NONE,
                "tagline", NONE,
                "version", engineVersion);
        call.answer(OBJECT, Map.of("version", LEGACY_VERSION, "mem_info", Map.of(), "elasticsearch", engine));
    }
}

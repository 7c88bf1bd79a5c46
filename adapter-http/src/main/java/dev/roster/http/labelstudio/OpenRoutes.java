package dev.roster.http.labelstudio;

import dev.roster.http.web.Call;
import dev.roster.http.web.RouteGroup;
import dev.roster.http.web.Routes;
import dev.roster.http.web.Shape;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the original says of itself to everybody (contract §4.7). */
final class OpenRoutes implements RouteGroup {
    /** The release whose API this is. */
    static final String RELEASE = "1.21.0";

    private static final Shape<Map<String, Object>> OBJECT = Shape.ofObject();

    @Override
    public void register(Routes routes) {
        routes.get("/api/version", OpenRoutes::version).open();
        routes.get("/health", OpenRoutes::health).open();
        routes.get("/api/health", OpenRoutes::health).open();
    }

    /** Without a key of the Enterprise edition, by which the legacy client would take this for one. */
    private static void version(Call call) {
        Map<String, Object> versions = new LinkedHashMap<>();
        versions.put("release", RELEASE);
        versions.put("edition", "Community");
        versions.put("label-studio-os-package", Map.of("version", RELEASE, "short_version", "1.21"));
        versions.put("label-studio-os-backend", Map.of("message", "Roster", "branch", "", "commit", ""));
        call.answer(OBJECT, versions);
    }

    private static void health(Call call) {
        call.answer(OBJECT, Map.of("status", "UP"));
    }
}

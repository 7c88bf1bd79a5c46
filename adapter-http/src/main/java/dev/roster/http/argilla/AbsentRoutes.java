package dev.roster.http.argilla;

import dev.roster.http.web.Action;
import dev.roster.http.web.RouteGroup;
import dev.roster.http.web.Routes;
import java.util.List;

/** What only a server with records can do. It is told clearly, and only to those who have a credential. */
final class AbsentRoutes implements RouteGroup {
    private static final List<String> PATHS = List.of(
            "/api/v1/datasets/{dataset_id}/records",
            "/api/v1/datasets/{dataset_id}/records/<rest>",
            "/api/v1/me/datasets/{dataset_id}/records",
            "/api/v1/me/datasets/{dataset_id}/records/<rest>",
            "/api/v1/me/datasets/{dataset_id}/metrics",
            "/api/v1/datasets/{dataset_id}/progress",
            "/api/v1/datasets/{dataset_id}/users/progress",
            "/api/v1/datasets/{dataset_id}/export",
            "/api/v1/datasets/{dataset_id}/import",
            "/api/v1/records/<rest>",
            "/api/v1/responses/<rest>",
            "/api/v1/suggestions/<rest>",
            "/api/v1/fields/<rest>",
            "/api/v1/questions/<rest>",
            "/api/v1/vectors-settings/<rest>",
            "/api/v1/metadata-properties/<rest>",
            "/api/v1/datasets/{dataset_id}/metadata-properties",
            "/api/v1/webhooks",
            "/api/v1/webhooks/<rest>",
            "/api/v1/jobs/<rest>");

    private static final Action REFUSE = call -> {
        throw Refusal.text(
                501,
                "Not offered here: Roster manages users, workspaces and registered datasets, but not"
                        + " their records");
    };

    @Override
    public void register(Routes routes) {
        routes.post("/api/v1/datasets/{dataset_id}/vectors-settings", REFUSE);
        for (String path : PATHS) {
            routes.get(path, REFUSE);
            routes.post(path, REFUSE);
            routes.put(path, REFUSE);
            routes.patch(path, REFUSE);
            routes.delete(path, REFUSE);
        }
    }
}

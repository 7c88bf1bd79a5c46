package dev.roster.bootstrap.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.roster.bootstrap.process.Api;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** People and places as an installation has them after a while. Everybody logs in with {@link Site#PASSWORD}. */
final class Town {
    /** Whom to come as, to have seen every kind of standing. */
    static final List<String> ALL = List.of(Site.OWNER, "adam", "mia", "ana", "vera", "rui", "zoe");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Site site;
    private final Map<String, String> ids = new LinkedHashMap<>();

    private Town(Site site) {
        this.site = site;
    }

    /** Fills a site that has an owner and nobody else. */
    static Town in(Site site) throws Exception {
        Town town = new Town(site);
        town.roles();
        town.people();
        town.places();
        town.memberships();
        town.work();
        town.waysIn();
        return town;
    }

    /** The id of a user, a workspace, an organization or a dataset, by name. */
    String id(String name) {
        return Objects.requireNonNull(ids.get(name), name);
    }

    /** The owner's way to ask the server. */
    Api owner() {
        return site.owner();
    }

    private void roles() throws Exception {
        site.make(
                "/v1/roles",
                "{\"name\": \"reader-at-large\", \"description\": \"Reads all users.\", \"permissions\": [\"user:read\"]}");
    }

    private void people() throws Exception {
        // The last owner cannot be deleted, which a tour would take for trouble.
        person("other-owner", "Oda", "Lund", "owner");
        person("adam", "Adam", "Novak", "admin");
        person("mia", "美咲", "田中", "annotator");
        person("ana", "Ana", "Reis", "annotator");
        person("ivo", "Ivo", "Brandt", "annotator");
        person("vera", "Vera", "Okoye", "viewer");
        person("rui", "Rui", "Sá", "reader-at-large");
        person("zoe", "Zoë", "Ångström", "annotator");
        person("layla", "ليلى", "الهاشمي", "annotator");
        person(
                "maximiliana.wolfeschlegelsteinhausenbergerdorff",
                "Maximiliana Theodora",
                "Wolfeschlegelsteinhausenbergerdorff-von-Hohenlohe",
                "annotator");
    }

    private void person(String username, String first, String last, String role) throws Exception {
        put(
                username,
                "/v1/users",
                Map.of(
                        "username", username,
                        "email", username + "@lab.example",
                        "first_name", first,
                        "last_name", last,
                        "role", role,
                        "password", Site.PASSWORD));
    }

    private void places() throws Exception {
        put(
                "research",
                "/v1/organizations",
                Map.of("name", "research", "description", "Everything that is not yet a product"));
        put(
                "legal-team",
                "/v1/workspaces",
                Map.of("name", "legal-team", "title", "Legal team", "description", "Contracts"));
        put("bird-watch", "/v1/workspaces", Map.of("name", "bird-watch", "title", "鳥の観察 / مراقبة الطيور"));
        for (String dataset : List.of("contracts", "leases")) {
            put(dataset, "/v1/datasets", Map.of("name", dataset, "workspace_id", id("legal-team")));
        }
        put("feeder-cameras", "/v1/datasets", Map.of("name", "feeder-cameras", "workspace_id", id("bird-watch")));
    }

    private void memberships() throws Exception {
        for (String username :
                List.of("adam", "ana", "ivo", "layla", "maximiliana.wolfeschlegelsteinhausenbergerdorff")) {
            join("workspaces", "legal-team", username, Map.of());
        }
        join("workspaces", "legal-team", "mia", Map.of("role", "viewer"));
        join("workspaces", "bird-watch", "mia", Map.of("role", "manager"));
        join("workspaces", "bird-watch", "vera", Map.of());
        join("workspaces", "bird-watch", "ivo", Map.of());
        join("organizations", "research", "ana", Map.of());
    }

    private void join(String kind, String place, String username, Map<String, String> more) throws Exception {
        Map<String, String> body = new LinkedHashMap<>(more);
        body.put("user_id", id(username));
        make("/v1/" + kind + "/" + id(place) + "/members", body);
    }

    private void work() throws Exception {
        make("/v1/datasets/" + id("contracts") + "/assignees", Map.of("user_id", id("ana")));
        make("/v1/datasets/" + id("contracts") + "/contributions", Map.of("count", 42, "user_id", id("ana")));
        make("/v1/datasets/" + id("feeder-cameras") + "/contributions", Map.of("count", 7, "user_id", id("ivo")));
    }

    private void waysIn() throws Exception {
        make("/v1/invitations", Map.of("email", "eve@example.org", "mode", "link", "role", "annotator"));
        make("/v1/invitations", Map.of("email", "noa@example.org", "mode", "link"));
        make("/v1/me/keys", Map.of("name", "laptop", "description", "for scripts"));
        make("/v1/service-accounts", Map.of("username", "nightly-import", "key", Map.of("name", "nightly")));
    }

    private void put(String name, String path, Map<String, ?> body) throws Exception {
        ids.put(name, make(path, body).path("id").asText());
    }

    private JsonNode make(String path, Map<String, ?> body) throws Exception {
        return site.make(path, JSON.writeValueAsString(body));
    }
}

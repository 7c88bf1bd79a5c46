package dev.roster.http.arize;

import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.domain.dataset.Dataset;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.workspace.Workspace;
import dev.roster.http.HttpSettings;
import dev.roster.http.TestServer;
import dev.roster.http.TestServer.Answer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A server with the dialect and an owner {@code olga}, an organization, a space, a project, a custom role and a user {@code
 * ada} to do things to. Everybody's key is their name and {@code -key}.
 */
final class ArizeServer implements AutoCloseable {
    private final TestServer server = TestServer.start(HttpSettings.on("127.0.0.1", 0), new ArizeModule());
    private final Map<String, String> ids = new LinkedHashMap<>();

    ArizeServer() {
        given().organization();
        user("olga", PredefinedRole.OWNER);
        Organization research = given().organization("Research");
        Workspace space = given().workspace("prod", research);
        Dataset project = given().dataset("traces", space);
        Role clerk = given().role("Clerk", RosterPermission.DATASET_READ);
        GivenUser ada = user("ada", PredefinedRole.MEMBER)
                .email("ada@lab.example")
                .password("correct-horse")
                .in(research);
        ids.put("org", ArizeIds.ORGANIZATION.write(research.id()));
        ids.put("space", ArizeIds.SPACE.write(space.id()));
        ids.put("project", ArizeIds.PROJECT.write(project.id()));
        ids.put("role", ArizeIds.ROLE.write(clerk.id()));
        ids.put("user", ArizeIds.USER.write(ada.id()));
    }

    TestServer server() {
        return server;
    }

    Given given() {
        return server.given();
    }

    GivenUser user(String name, PredefinedRole role) {
        return given().user(name).role(role).token(name + "-key");
    }

    /** What {@code {name}} stands for in paths and bodies from now on. */
    void remember(String name, String id) {
        ids.put(name, id);
    }

    /** A request by a caller, in the words of a release; the body with single quotes, or empty for none. */
    Answer send(String caller, String version, String method, String path, String body) {
        TestServer.Ask ask =
                server.ask(method, "/arize/v2" + escaped(path)).header("Authorization", "Bearer " + caller + "-key");
        if (!version.isEmpty()) {
            ask = ask.header("sdk-version", version);
        }
        return body.isEmpty()
                ? ask.header("Accept", "application/problem+json").send()
                : ask.json(filled(body).replace('\'', '"')).send();
    }

    /** Ids end in an equals sign often; the query is as it is. */
    private String escaped(String path) {
        int query = path.indexOf('?');
        String way = query < 0 ? path : path.substring(0, query);
        return filled(way).replace("=", "%3D") + (query < 0 ? "" : filled(path.substring(query)));
    }

    private String filled(String text) {
        String filled = text;
        for (Map.Entry<String, String> id : ids.entrySet()) {
            filled = filled.replace("{" + id.getKey() + "}", id.getValue());
        }
        return filled;
    }

    @Override
    public void close() {
        server.close();
    }
}

package dev.roster.http.labelstudio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.domain.dataset.Dataset;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.Role;
import dev.roster.domain.workspace.Workspace;
import dev.roster.http.HttpSettings;
import dev.roster.http.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Who may call which operation: what comes of each for callers from the least to the most, each with things of their own to
 * do it to, so that none finds what another has done.
 */
class CallersTest {
    private static final TestServer SERVER =
            TestServer.start(HttpSettings.on("127.0.0.1", 0), LabelStudioServer.module(true));
    private static int scenes;

    /** Nobody, one of another organization, and each word for a role. */
    private static final List<String> CAST = List.of("nobody", "stranger", "NO", "AN", "RE", "MA", "AD", "OW");

    private static final String TABLE = """
            GET /api/current-user/whoami | | 401 200 200 200 200 200 200 200
            GET /api/current-user/token | | 401 200 200 200 200 200 200 200
            POST /api/current-user/reset-token/ | | 401 201 201 201 201 201 201 201
            GET /api/current-user | | 401 200 200 200 200 200 200 200
            PATCH /api/current-user | {'first_name':'F'} | 401 200 200 200 200 200 200 200
            GET /api/users/ | | 401 403 403 403 403 200 200 200
            POST /api/users/ | {'username':'n','email':'new{n}@lab.example'} | 401 403 403 403 403 403 403 201
            GET /api/users/{user}/ | | 401 404 404 404 404 200 200 200
            PATCH /api/users/{user}/ | {'first_name':'F'} | 401 403 403 403 403 403 403 200
            DELETE /api/users/{user}/ | | 401 403 403 403 403 403 403 204
            DELETE /api/users/{user}/avatar/ | | 401 403 403 403 403 403 403 204
            GET /api/organizations/ | | 401 200 200 200 200 200 200 200
            GET /api/organizations/{org} | | 401 404 200 200 200 200 200 200
            PATCH /api/organizations/{org} | {'title':'T{n}'} | 401 404 403 403 403 403 200 200
            GET /api/organizations/{org}/memberships?page=1 | | 401 404 403 403 403 200 200 200
            GET /api/organizations/{org}/memberships/{user}/ | | 401 404 404 404 404 200 200 200
            PATCH /api/organizations/{org}/memberships | {'user_id':{user},'role':'RE'} | 401 404 404 404 404 403 200 200
            PATCH /api/organizations/{org}/memberships | {'user_id':{user},'role':'AD'} | 401 404 404 404 404 403 200 200
            PATCH /api/organizations/{org}/memberships | {'user_id':{user},'role':'DI'} | 401 404 404 404 404 403 403 200
            DELETE /api/organizations/{org}/memberships/{user}/ | | 401 403 403 403 403 204 204 204
            GET /api/invite | | 401 403 403 403 403 403 200 200
            POST /api/invite/reset-token | | 401 403 403 403 403 403 201 201
            POST /api/invite/send-email | {'emails':['i{n}@lab.example'],'role':'AN'} | 401 403 403 403 403 403 403 200
            POST /api/invite/revoke | {'email':'none@lab.example'} | 401 403 403 403 403 403 403 404
            GET /api/projects/ | | 401 200 200 200 200 200 200 200
            POST /api/projects/ | {'title':'Fish'} | 401 403 403 403 403 201 201 201
            GET /api/projects/{project} | | 401 404 404 200 200 200 200 200
            DELETE /api/projects/{project}/ | | 401 404 404 403 403 204 204 204
            """;

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void everyOperationAnswersEveryCallerAsTheTableSays() {
        List<String> found = new ArrayList<>();
        for (String row : TABLE.lines().toList()) {
            String[] cells = row.split("\\|", -1);
            String[] asked = cells[0].strip().split(" ", 2);
            List<String> statuses = new ArrayList<>();
            for (String caller : CAST) {
                statuses.add(String.valueOf(new Scene(caller).ask(asked[0], asked[1], cells[1].strip())));
            }
            found.add((cells[0].strip() + " | " + cells[1].strip() + " | " + String.join(" ", statuses))
                    .replaceAll(" +", " "));
        }

        assertThat(found).isEqualTo(TABLE.lines().toList());
    }

    /** A caller, and what there is for them to do things to. */
    private static final class Scene {
        private final int number = ++scenes;
        private final Organization organization;
        private final Dataset project;
        private final GivenUser user;
        private final boolean known;

        Scene(String caller) {
            Given given = SERVER.given();
            this.organization = given.organization("Studio " + number);
            Workspace projects = given.workspace("projects-" + number, organization);
            SERVER.fakes().ports().workspaces().update(projects.withTitle("projects"));
            this.project = given.dataset("birds", projects);
            this.user = given.user("user " + number)
                    .email("u" + number + "@lab.example")
                    .in(organization);
            this.known = !caller.equals("nobody");
            if (known) {
                called(given, caller, projects);
            }
        }

        private void called(Given given, String caller, Workspace projects) {
            GivenUser someone = given.user("caller " + number).token("token-of-" + number);
            if (caller.equals("stranger")) {
                someone.in(given.organization("Elsewhere " + number));
                return;
            }
            Role role = role(caller);
            if (caller.equals("OW")) {
                someone.role(PredefinedRole.OWNER).in(organization);
            } else if (role == null) {
                someone.in(organization);
            } else {
                someone.in(organization, role).in(projects, role);
            }
        }

        private static @Nullable Role role(String word) {
            LabelStudioRole role = LabelStudioRole.valueOf(word);
            return role == LabelStudioRole.NO
                    ? null
                    : Objects.requireNonNull(role.meaning()).role();
        }

        int ask(String method, String path, String body) {
            TestServer.Ask ask = SERVER.ask(method, "/label-studio" + filled(path));
            if (known) {
                ask = ask.header("Authorization", "Token token-of-" + number);
            }
            return (body.isEmpty() ? ask : ask.json(filled(body).replace('\'', '"')))
                    .send()
                    .status();
        }

        private String filled(String text) {
            return text.replace("{user}", Long.toString(user.user().number()))
                    .replace("{org}", Long.toString(organization.number()))
                    .replace("{project}", Long.toString(project.number()))
                    .replace("{n}", Integer.toString(number));
        }
    }
}

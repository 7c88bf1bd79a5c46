package dev.roster.http.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.fake.Fakes;
import dev.roster.application.fault.WatchedPorts;
import dev.roster.application.invitation.SignUpMode;
import dev.roster.domain.dataset.Dataset;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.workspace.Workspace;
import dev.roster.http.HttpSettings;
import dev.roster.http.TestServer;
import dev.roster.http.TestServer.Answer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Pages ask the store as often for many people and places as for few. */
class QueriesTest {
    private final AtomicInteger questions = new AtomicInteger();
    private final TestServer server = TestServer.over(
            new Fakes(ports -> WatchedPorts.counting(ports, questions)),
            HttpSettings.on("127.0.0.1", 0),
            SignUpMode.LINK);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void manyCostAsManyQuestionsAsFew() {
        Organization acme = server.given().organization("acme");
        Workspace legal = server.given().workspace("legal", acme);
        Dataset claims = server.given().dataset("claims", legal);
        server.given()
                .user("olga")
                .role(PredefinedRole.OWNER)
                .password(Visitor.PASSWORD)
                .in(acme)
                .in(legal);
        Visitor olga = new Visitor(server).logIn("olga");
        List<String> pages = List.of(
                "/",
                "/user/account/",
                "/workspaces",
                "/workspaces/legal",
                "/workspaces/legal/datasets",
                "/workspaces/legal/rights",
                "/organizations",
                "/organizations/acme",
                "/organizations/acme/workspaces",
                "/organizations/acme/rights",
                "/datasets",
                "/datasets/" + claims.id(),
                "/roles",
                "/audit");
        fill(acme, legal, claims, 0, 1);
        Map<String, Integer> few = asked(olga, pages);

        fill(acme, legal, claims, 1, 30);

        assertThat(asked(olga, pages)).isEqualTo(few);
        assertThat(few.values()).allMatch(count -> count < 100);
    }

    private void fill(Organization acme, Workspace legal, Dataset claims, int from, int to) {
        for (int number = from; number < to; number++) {
            server.given().user("user" + number).in(acme).in(legal).assignedTo(claims);
            server.given().workspace("workspace" + number, acme);
            server.given().dataset("dataset" + number, legal);
            server.given().organization("organization" + number);
            if (number < 10) {
                server.given().role("role" + number, RosterPermission.DATASET_READ);
            }
        }
    }

    private Map<String, Integer> asked(Visitor visitor, List<String> pages) {
        Map<String, Integer> counts = new TreeMap<>();
        for (String page : pages) {
            int before = questions.get();
            Answer answer = visitor.get(page);
            assertThat(answer.status()).as(page).isEqualTo(200);
            counts.put(page, questions.get() - before);
        }
        return counts;
    }
}

package dev.roster.http.labelstudio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.annex.PutAnnexes;
import dev.roster.domain.annex.AnnexOwner;
import dev.roster.domain.audit.Door;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.http.TestServer.Answer;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How often a request asks the store: a bounded number of times, however many people there are (contract §11 line 14). */
class QueriesTest {
    private final LabelStudioServer server = LabelStudioServer.counting();

    @AfterEach
    void stop() {
        server.close();
    }

    private int questions(String caller, String path) {
        int before = server.questions();
        Answer answer = server.get(caller, path);
        assertThat(answer.status()).isEqualTo(200);
        return server.questions() - before;
    }

    private String members() {
        return "/api/organizations/" + server.organization().number() + "/memberships";
    }

    @Test
    void line14ListsAskNoMoreOftenWhereThereAreMorePeople() {
        server.user("q", PredefinedRole.ANNOTATOR).left(server.organization());
        int users = questions("olga", "/api/users");
        int masked = questions("olga", "/api/users?is_deleted=true");
        int page = questions("olga", members() + "?page_size=100&contributed_to_projects=1");
        int removed = questions("olga", members() + "?is_deleted=true&page_size=100&contributed_to_projects=1");
        int filtered = questions("olga", members() + "?search=lab&role=NO,AN&page_size=100");
        for (int each = 0; each < 90; each++) {
            server.user("p" + each, PredefinedRole.ANNOTATOR).in(server.organization());
            server.user("q" + each, PredefinedRole.ANNOTATOR).left(server.organization());
        }

        assertThat(questions("olga", "/api/users")).isEqualTo(users);
        assertThat(questions("olga", "/api/users?is_deleted=true")).isEqualTo(masked);
        assertThat(questions("olga", members() + "?page_size=100&contributed_to_projects=1"))
                .isEqualTo(page);
        assertThat(questions("olga", members() + "?is_deleted=true&page_size=100&contributed_to_projects=1"))
                .isEqualTo(removed);
        assertThat(questions("olga", members() + "?search=lab&role=NO,AN&page_size=100"))
                .isEqualTo(filtered);
    }

    /** Who calls, what they chose, what they hold, their organization, and which tokens it takes. */
    @Test
    void comingInTakesFiveQuestions() {
        assertThat(questions("ada", "/api/jwt/settings")).isEqualTo(5 + 3);
        server.server()
                .useCase(PutAnnexes.class)
                .handle(
                        Caller.roster(Origin.of(Door.SYSTEM)),
                        new PutAnnexes.Command(
                                AnnexOwner.of(server.account("ada").id()),
                                KeptAccounts.KIND,
                                Map.of(
                                        KeptAccounts.ORGANIZATION,
                                        Long.toString(server.organization().number()))));

        assertThat(questions("ada", "/api/jwt/settings")).isEqualTo(5 + 3);
    }

    @Test
    void whatSomebodyIsSomewhereIsAskedOnce() {
        String user = "/api/users/" + server.account("ada").number();

        assertThat(questions("olga", user)).isLessThanOrEqualTo(30);
        assertThat(questions("olga", members() + "/" + server.account("ada").number()))
                .isLessThanOrEqualTo(30);
    }
}

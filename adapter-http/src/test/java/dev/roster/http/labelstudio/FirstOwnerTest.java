package dev.roster.http.labelstudio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.instance.StartInstance;
import dev.roster.application.invitation.SignUpMode;
import dev.roster.application.scenario.UseCases;
import dev.roster.domain.audit.Door;
import dev.roster.http.HttpSettings;
import dev.roster.http.TestServer;
import dev.roster.http.TestServer.Answer;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where anybody may sign up and nobody owns the installation yet, one person gets in: who has the set-up link. */
class FirstOwnerTest {
    @Test
    void nobodySignsUpThroughAnyDoorBeforeTheHolderOfTheSetUpLinkIsTheOwner() {
        HttpSettings settings = HttpSettings.on("127.0.0.1", 0);
        try (TestServer server = TestServer.start(settings, SignUpMode.OPEN, LabelStudioServer.module(true))) {
            String link = UseCases.over(server.fakes().ports(), server.fakes().clock())
                    .get(StartInstance.class)
                    .handle(Caller.roster(Origin.of(Door.SYSTEM)), null)
                    .setUpLink()
                    .orElseThrow()
                    .reveal();

            assertThat(signUp(server, "eve").status()).isEqualTo(403);
            assertThat(signUp(server, "eve").text()).contains("this installation has no owner yet");
            assertThat(signUpByThePage(server).status()).isEqualTo(403);
            assertThat(server.fakes().ports().users().isEmpty()).isTrue();

            Answer owner = setUp(server, link, "olga");
            assertThat(owner.status()).isEqualTo(201);
            assertThat(owner.at("/user/role")).isEqualTo("owner");

            assertThat(setUp(server, link, "eve").status()).isEqualTo(404);
            assertThat(signUp(server, "eve").at("/user/role")).isEqualTo("annotator");
            assertThat(signUpByThePage(server).status()).isEqualTo(302);
        }
    }

    private static Answer setUp(TestServer server, String link, String username) {
        return server.ask("POST", "/v1/set-up")
                .json("{\"link\": \"" + link + "\", \"username\": \"" + username
                        + "\", \"password\": \"correct horse\"}")
                .send();
    }

    private static Answer signUp(TestServer server, String username) {
        return server.ask("POST", "/v1/sign-up")
                .json("{\"username\": \"" + username + "\", \"password\": \"correct horse\"}")
                .send();
    }

    private static Answer signUpByThePage(TestServer server) {
        Browser browser = new Browser(server, "/label-studio");
        browser.get("/user/signup");
        return browser.submit("/user/signup", Map.of("email", "eve@lab.example", "password", Browser.PASSWORD));
    }
}

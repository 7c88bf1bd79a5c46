package dev.roster.bootstrap.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Text that would be more than text, in every field that is shown. It is never run, never asked for, and makes no element: a
 * violation of the policy, which stops most of it, is trouble already.
 */
class HostileTextBrowserIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Each would make an element named {@code x-hostile}, ask for {@code /hostile}, or run something. */
    private static final List<String> TEXTS = List.of(
            "<x-hostile>1</x-hostile>",
            "\"><x-hostile a=\"2",
            "'><x-hostile a='3",
            "</title></script><x-hostile><script src=/hostile></script>",
            "\" onfocus=\"document.title='hostile'\" autofocus=\"",
            "<img src=/hostile onerror=\"document.title='hostile'\">",
            "javascript:document.title='hostile'",
            "${7*7}{{7*7}}<%= 7*7 %>{0}&lt;x-hostile&gt;");

    @RegisterExtension
    final Visitors visitors = new Visitors();

    private static Site site;

    @BeforeAll
    static void start() throws Exception {
        site = Site.owned();
        // The last owner cannot be deleted, which the tour would take for trouble.
        make("/v1/users", Map.of("username", "other-owner", "role", "owner"));
        for (int i = 0; i < TEXTS.size(); i++) {
            fill(i, TEXTS.get(i));
        }
    }

    @AfterAll
    static void stop() throws Exception {
        site.close();
    }

    private static void fill(int number, String text) throws Exception {
        String user = id(
                "/v1/users",
                Map.of(
                        "username",
                        text + number,
                        "first_name",
                        text,
                        "last_name",
                        text,
                        "display_name",
                        text,
                        "pronouns",
                        text.substring(0, Math.min(text.length(), 30)),
                        "role",
                        "annotator"));
        String organization = id("/v1/organizations", Map.of("name", text + number, "description", text));
        String workspace = id("/v1/workspaces", Map.of("name", "hostile" + number, "title", text, "description", text));
        String dataset = id("/v1/datasets", Map.of("name", text + number, "workspace_id", workspace));
        make("/v1/workspaces/" + workspace + "/members", Map.of("user_id", user));
        make("/v1/organizations/" + organization + "/members", Map.of("user_id", user));
        make("/v1/datasets/" + dataset + "/assignees", Map.of("user_id", user));
        make("/v1/datasets/" + dataset + "/contributions", Map.of("user_id", user, "count", 1));
        make(
                "/v1/roles",
                Map.of("name", "hostile-" + number, "description", text, "permissions", List.of("user:read")));
        make("/v1/me/keys", Map.of("name", text + number, "description", text));
        make(
                "/v1/service-accounts",
                Map.of("username", "s" + number + text, "display_name", text, "key", Map.of("name", text)));
        make(
                "/v1/invitations",
                Map.of(
                        "email",
                        "h" + number + "@example.org",
                        "username",
                        "i" + text + number,
                        "first_name",
                        text,
                        "mode",
                        "link"));
    }

    private static String id(String path, Map<String, ?> body) throws Exception {
        return site.make(path, JSON.writeValueAsString(body)).path("id").asText();
    }

    private static void make(String path, Map<String, ?> body) throws Exception {
        site.make(path, JSON.writeValueAsString(body));
    }

    @Test
    void isShownAsTextEverywhere() {
        Visitor olga = visitors.to(site).logIn(Site.OWNER);
        assertSoftly(softly -> {
            List<String> seen = Tour.from("/", olga, path -> {
                softly.assertThat(olga.page().locator("x-hostile").count())
                        .as(path)
                        .isZero();
                softly.assertThat(olga.page().locator("[href^='javascript:' i]").count())
                        .as(path)
                        .isZero();
                softly.assertThat(olga.page().title()).as(path).isNotEqualTo("hostile");
            });
            softly.assertThat(seen).contains("/");
        });
    }

    @Test
    void isShownAsTextWhereAFormRefusesIt() {
        Visitor stranger = visitors.to(site);
        for (String text : TEXTS) {
            stranger.goTo("/user/login/");
            stranger.field("email").fill(text);
            stranger.field("password").fill("wrong");
            stranger.submit("password");

            assertThat(stranger.field("email").inputValue()).isEqualTo(text);
            assertThat(stranger.page().locator("x-hostile").count()).isZero();
        }
    }
}

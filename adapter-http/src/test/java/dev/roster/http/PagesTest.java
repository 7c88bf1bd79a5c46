package dev.roster.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.http.TestServer.Answer;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages for people: safe by their headers, and made so that everybody can use them. */
class PagesTest {
    private static final TestServer SERVER = TestServer.start();
    private static final Pattern INPUT = Pattern.compile("<input id=\"(\\w+)\" name=\"(\\w+)\"[^>]*>");

    @AfterAll
    static void close() {
        SERVER.close();
    }

    static Stream<String> pages() {
        return Stream.of(
                "/set-up",
                "/invitation",
                "/sign-up",
                "/confirm-sign-up",
                "/forgot-password",
                "/set-password",
                "/change-password");
    }

    private static Answer get(String path) {
        return SERVER.ask("GET", path).send();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void runsNothingButItsOwnScripts(String path) {
        Answer page = get(path);

        assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=utf-8");
        assertThat(page.header("Content-Security-Policy"))
                .startsWith("default-src 'none'")
                .contains("frame-ancestors 'none'", "form-action 'none'")
                .doesNotContain("unsafe", "http");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.text())
                .doesNotContain("http://", "https://", "<script>", "style=", "<style")
                .doesNotContainPattern(" on[a-z]+=");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void namesEveryFieldAndHasAPlaceForWhatIsWrongWithIt(String path) {
        String page = get(path).text();
        List<Matcher> inputs = INPUT.matcher(page)
                .results()
                .map(result -> INPUT.matcher(result.group()))
                .toList();

        assertThat(page).contains("<html lang=\"en\">", "role=\"alert\"", "name=\"viewport\"");
        assertThat(inputs).isNotEmpty().allSatisfy(input -> {
            assertThat(input.find()).isTrue();
            assertThat(input.group(1)).isEqualTo(input.group(2));
            assertThat(input.group()).contains("autocomplete=", "aria-describedby=");
            assertThat(page).contains("<label for=\"" + input.group(1) + "\">", "id=\"" + input.group(1) + "-error\"");
        });
    }

    @ParameterizedTest
    @MethodSource("pages")
    void findsAllThatItIsMadeOf(String path) {
        String page = get(path).text();
        String script = get("/pages" + path + ".js").text();

        assertThat(page).contains("/pages/pages.css", "/pages" + path + ".js");
        assertThat(get("/pages/pages.css").header("Content-Type")).startsWith("text/css");
        assertThat(get("/pages/form.js").header("Content-Type")).startsWith("text/javascript");
        Matcher asked = Pattern.compile("\"(/v1/[^\"]+)\"").matcher(script);
        assertThat(asked.results().map(found -> found.group(1)).toList())
                .isNotEmpty()
                .allMatch(route -> OpenApiOperations.all().containsKey("POST " + route));
    }

    @Test
    void aResetOffersToEndKeysAndTokenAndSaysWhatStays() {
        String page = get("/set-password").text();
        String script = get("/pages/set-password.js").text();

        assertThat(page)
                .containsPattern("<input id=\"end_keys\"[^>]*type=\"checkbox\"")
                .containsPattern("<input id=\"renew_token\"[^>]*type=\"checkbox\"")
                .doesNotContain("checked");
        assertThat(script)
                .contains("sessions_ended", "keys_ended", "keys_left", "service_keys_left", "user_token")
                .contains("stays:", "renewed:", "none:");
    }

    @Test
    void servesNothingElseFromTheFolder() {
        assertThat(get("/pages/invitation.html").status()).isEqualTo(404);
        assertThat(get("/pages/openapi.json").status()).isEqualTo(404);
        assertThat(get("/pages/..%2fopenapi.json").status()).isBetween(400, 404);
    }

    @Test
    void scriptsTakeTheSecretOutOfTheAddressAndNeverWriteHtml() {
        String form = get("/pages/form.js").text();

        assertThat(form).contains("history.replaceState(null, \"\", location.pathname)");
        assertThat(pages().map(path -> get("/pages" + path + ".js").text()).toList())
                .noneMatch(script -> script.contains("innerHTML") || script.contains("localStorage"));
        assertThat(form).doesNotContain("innerHTML", "localStorage", "sessionStorage", "document.cookie");
    }
}

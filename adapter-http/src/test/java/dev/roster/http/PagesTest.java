package dev.roster.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.http.TestServer.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The page that describes the API, and the files beside it. The pages of the console are tried beside them. */
class PagesTest {
    private static final TestServer SERVER = TestServer.start();

    @AfterAll
    static void close() {
        SERVER.close();
    }

    private static Answer get(String path) {
        return SERVER.ask("GET", path).send();
    }

    @Test
    void runsNothingButItsOwnScripts() {
        Answer page = get("/docs");

        assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=utf-8");
        assertThat(page.header("Content-Security-Policy"))
                .startsWith("default-src 'none'")
                .contains("frame-ancestors 'none'", "form-action 'none'")
                .doesNotContain("unsafe", "http");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.text())
                .doesNotContain("http://", "https://", "<script>", "style=", "<style", "{{")
                .doesNotContainPattern(" on[a-z]+=");
    }

    @Test
    void findsAllThatItIsMadeOf() {
        assertThat(get("/docs").text())
                .contains("/docs/swagger-ui.css", "/docs/swagger-ui-bundle.js", "/docs/start.js");
        assertThat(get("/docs/swagger-ui.css").header("Content-Type")).startsWith("text/css");
        assertThat(get("/docs/start.js").header("Content-Type")).startsWith("text/javascript");
        assertThat(get("/pages/pages.css").header("Content-Type")).startsWith("text/css");
    }

    @Test
    void servesNothingElseFromTheFolders() {
        assertThat(get("/docs/index.html").status()).isEqualTo(404);
        assertThat(get("/pages/openapi.json").status()).isEqualTo(404);
        assertThat(get("/pages/..%2fopenapi.json").status()).isBetween(400, 404);
    }
}

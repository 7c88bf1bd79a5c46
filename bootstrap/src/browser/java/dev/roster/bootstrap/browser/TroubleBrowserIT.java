package dev.roster.bootstrap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That visitors notice what is wrong with a page: all other tests rely on it. */
class TroubleBrowserIT {
    @RegisterExtension
    final Visitors visitors = new Visitors();

    private static Site site;

    @BeforeAll
    static void start() throws Exception {
        site = Site.empty();
    }

    @AfterAll
    static void stop() throws Exception {
        site.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <script src="/own.js"></script> | console: said by a script
            <script src="/thrown.js"></script> | script: Error: thrown by a script
            <script>document.title = "inline"</script> | against the policy: script-src
            <p style="color: red">styled</p> | against the policy: style-src
            <p onclick="alert(1)">clickable</p> | against the policy: script-src-attr
            <img src="/nothing-here" alt=""> | nothing-here: 404
            <img src="https://cdn.example/picture.png" alt=""> | outside of the site: https://cdn.example/
            <link rel="stylesheet" href="/broken.css"> | broken.css: net::ERR_FAILED
            """)
    void isNoticed(String page, String trouble) {
        Visitor visitor = visitors.to(site);
        answer(
                visitor,
                "/bad-page",
                "text/html",
                "<!doctype html><html lang=en><title>Bad</title><main>" + page + "</main>");
        answer(visitor, "/own.js", "text/javascript", "console.error('said by a script')");
        answer(visitor, "/thrown.js", "text/javascript", "throw new Error('thrown by a script')");
        visitor.page().route(site.url() + "/broken.css", Route::abort);
        visitor.page().route("https://cdn.example/**", Route::abort);

        visitor.goTo("/bad-page");

        assertThat(visitor.forgive()).anySatisfy(noticed -> assertThat(noticed).contains(trouble));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <main><h1>Hi</h1><p>Good</p></main> | ''
            <main><h1>Hi</h1><input></main> | label
            <main><h1>Hi</h1><button></button></main> | button-name
            <main><h1>Hi</h1><a href="/"></a></main> | link-name
            """)
    void isFoundByAxe(String page, String rule) {
        Visitor visitor = visitors.to(site);
        answer(visitor, "/page", "text/html", "<!doctype html><html lang=en><title>Page</title>" + page);

        visitor.goTo("/page");

        List<String> rules = Accessibility.findings(visitor.page()).stream()
                .map(found -> found.replaceFirst(":.*", ""))
                .toList();
        assertThat(rules).isEqualTo(rule.isEmpty() ? List.of() : List.of(rule));
    }

    private static void answer(Visitor visitor, String path, String type, String body) {
        visitor.page()
                .route(
                        site.url() + path,
                        route -> route.fulfill(new Route.FulfillOptions()
                                .setBody(body)
                                .setContentType(type)
                                .setHeaders(Map.of(
                                        "Content-Security-Policy", "default-src 'self'", "Content-Type", type))));
    }
}

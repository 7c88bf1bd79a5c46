package dev.roster.bootstrap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Somebody with a browser of their own. Remembers what went wrong while they looked. */
final class Visitor implements AutoCloseable {
    /** How Chromium says on its console what the answer's status says already. */
    private static final String SAID_TWICE = "Failed to load resource: the server responded with a status of";

    private static final String WATCH = """
            addEventListener("securitypolicyviolation", (event) =>
              console.error("against the policy: " + event.violatedDirective + " " + event.blockedURI));
            """;

    private static final String TOO_WIDE = """
            () => {
              const width = document.documentElement.clientWidth;
              return document.documentElement.scrollWidth <= width ? [] :
                [...document.body.querySelectorAll("*")]
                  .filter((element) => element.getBoundingClientRect().right > width + 1)
                  .map((element) => element.outerHTML.slice(0, 120));
            }
            """;

    private static final String FOCUSED = """
            () => {
              const element = document.activeElement;
              const label = element.labels?.[0];
              return (element.getAttribute("aria-label") || label?.innerText || element.innerText || element.name || "").trim();
            }
            """;

    private static final int MOST_STOPS = 80;

    private final Site site;
    private final BrowserContext context;
    private final Page page;
    private final List<String> trouble = new ArrayList<>();
    private final Set<Integer> expected = new HashSet<>();

    Visitor(Site site, BrowserContext context) {
        this.site = site;
        this.context = context;
        context.addInitScript(WATCH);
        context.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())
                    && !message.text().startsWith(SAID_TWICE)) {
                note("console: " + message.text());
            }
        });
        context.onWebError(error -> note("script: " + error.error()));
        context.onRequest(this::look);
        context.onRequestFailed(this::look);
        context.onResponse(this::look);
        this.page = context.newPage();
    }

    private void look(Request request) {
        boolean isOfPage = request.url().startsWith("data:") || request.url().startsWith("blob:");
        if (!isOfPage && !request.url().startsWith(site.url() + "/")) {
            note("asked for something outside of the site: " + request.url());
        }
        String failure = request.failure();
        // What the visitor went away from, or saved to a file, is no failure.
        if (failure != null && !failure.equals("net::ERR_ABORTED")) {
            note("%s %s: %s".formatted(request.method(), request.url(), failure));
        }
    }

    private void look(Response response) {
        if (response.status() >= 400 && !expected.contains(response.status())) {
            note("%s %s: %d".formatted(response.request().method(), response.url(), response.status()));
        }
    }

    private void note(String what) {
        trouble.add((page == null ? "" : page.url() + " ") + what);
    }

    List<String> trouble() {
        return List.copyOf(trouble);
    }

    /** Returns the trouble so far, and forgets it: for a test that asks for trouble. */
    List<String> forgive() {
        List<String> noticed = trouble();
        trouble.clear();
        return noticed;
    }

    String siteUrl() {
        return site.url();
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    /** From here on an answer with that status is no trouble: something is refused on purpose. */
    Visitor expecting(int status) {
        expected.add(status);
        return this;
    }

    /** Opens a page of the site and waits until it has asked for all that it asks for. */
    Visitor goTo(String path) {
        page.navigate("about:blank");
        page.navigate(site.url() + path);
        page.waitForLoadState();
        return this;
    }

    Visitor logIn(String username) {
        return logIn(username, Site.PASSWORD);
    }

    Visitor logIn(String username, String password) {
        goTo("/user/login/");
        field("email").fill(username);
        field("password").fill(password);
        submit("password");
        assertThat(path()).as("where the log-in of %s leads", username).isEqualTo("/");
        return this;
    }

    /** The field of a form, by its name. */
    Locator field(String name) {
        return page.locator("main [name='" + name + "']");
    }

    /** Sends the form that has such a field with its first button. */
    void submit(String field) {
        page.locator("form:has([name='" + field + "'])")
                .getByRole(AriaRole.BUTTON)
                .locator("visible=true")
                .first()
                .click();
        page.waitForLoadState();
    }

    /** Chooses a button by what it says. */
    void press(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
        page.waitForLoadState();
    }

    void follow(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
                .click();
        page.waitForLoadState();
    }

    /** Types where the focus is. */
    Visitor type(String text) {
        page.keyboard().type(text);
        return this;
    }

    /** Waits for the field that the page itself gives the focus to, once it is shown. What is typed before goes nowhere. */
    Visitor atFirstField() {
        page.locator("input:focus").waitFor();
        return this;
    }

    /** Presses a key where the focus is. */
    Visitor key(String key) {
        page.keyboard().press(key);
        return this;
    }

    /** Goes on with the keyboard until something that says this has the focus. */
    Visitor tabTo(String text) {
        for (int stops = 0; stops < MOST_STOPS; stops++) {
            key("Tab");
            if (focused().contains(text)) {
                return this;
            }
        }
        throw new AssertionError("no way to `" + text + "` by keyboard on " + page.url());
    }

    /** What that which has the focus is called. */
    String focused() {
        return String.valueOf(page.evaluate(FOCUSED));
    }

    void bring(Cookie cookie) {
        context.addCookies(List.of(cookie));
    }

    /** Sends a form as a program does, with the visitor's cookies and these headers. */
    APIResponse send(String path, Map<String, String> headers, Map<String, String> fields) {
        FormData form = FormData.create();
        fields.forEach(form::set);
        RequestOptions options = RequestOptions.create().setForm(form).setMaxRedirects(0);
        headers.forEach(options::setHeader);
        return context.request().post(site.url() + path, options);
    }

    /** Waits for a text that is really to be seen. */
    Visitor sees(String text) {
        page.getByText(text).locator("visible=true").first().waitFor();
        return this;
    }

    /** Everything that is written on the page now. */
    String text() {
        return page.locator("body").innerText();
    }

    /** Where the visitor is, without what is in front of the site's own paths. */
    String path() {
        String url = page.url();
        assertThat(url).startsWith(site.url());
        return url.substring(site.url().length()).replaceFirst("[?#].*", "");
    }

    /** What does not fit into the width of the screen; tables may move within themselves. */
    List<String> tooWide() {
        return ((List<?>) page.evaluate(TOO_WIDE)).stream().map(String::valueOf).toList();
    }

    void keep(Path folder, String name) {
        try {
            Files.createDirectories(folder);
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(folder.resolve(name + ".png")));
            Files.writeString(folder.resolve(name + ".html"), page.content());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (PlaywrightException gone) {
            trouble.add("what was seen last could not be kept: " + gone.getMessage());
        }
    }

    @Override
    public void close() {
        context.close();
    }
}

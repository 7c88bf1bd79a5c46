package dev.roster.http.labelstudio;

import dev.roster.http.web.Action;
import dev.roster.http.web.MediaTypes;
import dev.roster.http.web.Route;
import dev.roster.http.web.Routes;
import dev.roster.http.web.Site;
import dev.roster.http.web.Template;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;

/** The pages of this door: forms without a script, which nothing can be put into but text. */
final class Page {
    static final Page LOG_IN = new Page("log-in.html");
    static final Page SIGN_UP = new Page("sign-up.html");
    static final Page SENT = new Page("sent.html");
    static final Page PROJECTS = new Page("projects.html");
    static final Page REFUSAL = new Page("refusal.html");

    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none';"
            + " form-action 'self'; frame-ancestors 'none'";

    private final Template template;

    private Page(String file) {
        this.template = Template.of(Page.class, "head.html", file, "foot.html");
    }

    /** Names a page to everybody; what it refuses is a page too. */
    static void register(Routes routes, String path, Action show) {
        asPage(routes.get(path, PageRefusal.shaping(show)));
    }

    /** The same for what its form is sent to. */
    static void registerForm(Routes routes, String path, Action take) {
        asPage(routes.post(path, PageRefusal.shaping(take)));
    }

    private static void asPage(Route route) {
        route.open().producing(MediaTypes.HTML);
    }

    /**
     * Shows it. Browsers would say nothing of where a form comes from under {@code no-referrer}, so other pages of this site
     * may know it.
     */
    void answer(Context context, int status, Map<String, String> texts) {
        Map<String, String> all = new LinkedHashMap<>(texts);
        all.put("mount", Mount.of(context));
        all.put("site", Site.pathOf(context));
        context.header("Content-Security-Policy", POLICY);
        context.header("Referrer-Policy", "same-origin");
        context.status(status).contentType(MediaTypes.HTML).result(template.fill(all));
    }
}

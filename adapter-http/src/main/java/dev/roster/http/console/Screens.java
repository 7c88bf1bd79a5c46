package dev.roster.http.console;

import dev.roster.application.access.Caller;
import dev.roster.domain.user.User;
import dev.roster.http.console.view.Frame;
import dev.roster.http.console.view.PersonView;
import dev.roster.http.console.view.Texts;
import dev.roster.http.console.view.View;
import dev.roster.http.web.Call;
import dev.roster.http.web.CsrfTokens;
import dev.roster.http.web.MediaTypes;
import dev.roster.http.web.Site;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows views, and sends browsers on. */
@Singleton
final class Screens {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private static final String CALLER = "console.caller";
    private static final String TEMPLATES = "dev.roster.http.console.page";

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(null, ContentType.Html, null, TEMPLATES);
    private final Texts texts = Texts.english();
    private final Files files;
    private final Menu menu;
    private final CsrfTokens csrf;

    @Inject
    Screens(Files files, Menu menu, CsrfTokens csrf) {
        this.files = files;
        this.menu = menu;
        this.csrf = csrf;
    }

    /** Remembers who calls, for the frame of whatever is shown. */
    static void keep(Context context, Caller caller) {
        context.attribute(CALLER, caller);
    }

    /** Whether a script of the page wants a part of it, rather than a browser all of it. */
    static boolean wantsPart(Context context) {
        return "true".equals(context.req().getHeader("HX-Request"));
    }

    void show(Call call, View view) {
        show(call.context(), 200, view);
    }

    /** The page again, with what was wrong in its form: 422, or 429 for those who have to wait. */
    void again(Call call, TypedForm form, View view) {
        if (form.retrySeconds() > 0) {
            call.context().header("Retry-After", Long.toString(form.retrySeconds()));
        }
        show(call.context(), form.retrySeconds() > 0 ? 429 : 422, view);
    }

    /** The same as Label Studio answers forms, on the paths that its clients know: 200, or 429. */
    void againAsBefore(Call call, TypedForm form, View view) {
        if (form.retrySeconds() > 0) {
            again(call, form, view);
        } else {
            show(call, view);
        }
    }

    void show(Context context, int status, View view) {
        answer(context, status, view, frame(context, view, context.attribute(CALLER)));
    }

    /** Without asking the store who calls and where they may go. */
    void showBare(Context context, int status, View view) {
        answer(context, status, view, frame(context, view, null));
    }

    /** Browsers would say nothing of where a form comes from under {@code no-referrer}, so other pages of this site may know it. */
    private void answer(Context context, int status, View view, Frame frame) {
        StringOutput page = new StringOutput();
        engine.render(view.template(), Map.of("frame", frame, "page", view), page);
        context.header("Content-Security-Policy", POLICY);
        context.header("Referrer-Policy", "same-origin");
        context.header("Vary", "HX-Request");
        context.status(status).contentType(MediaTypes.HTML).result(page.toString());
    }

    private Frame frame(Context context, View view, @Nullable Caller caller) {
        return new Frame(
                Site.pathOf(context),
                texts,
                texts.localize(view.title(), view.titleParts().toArray()),
                caller == null ? null : person(context, caller),
                caller == null ? List.of() : menu.of(context, caller, MenuEntry.Section.PLACES),
                caller == null ? List.of() : menu.of(context, caller, MenuEntry.Section.ACCOUNT),
                csrf.of(context),
                notice(context),
                files.addresses(Site.pathOf(context)));
    }

    private static @Nullable PersonView person(Context context, Caller caller) {
        User user = caller.user();
        return user == null ? null : People.shown(user, Site.pathOf(context) + "/v1/me/avatar");
    }

    /** A link can only have a page say what there is a text for. */
    private @Nullable String notice(Context context) {
        String done = context.queryParam("done");
        String key = "done." + done;
        return done != null && texts.knows(key) ? key : null;
    }

    /**
     * Sends the browser on to another page of the console, after a form.
     *
     * @param path without what stands before all paths of the site
     * @param done what to say there: {@code done.} and this is the key
     */
    void moveOn(Call call, String path, String done) {
        move(call.context(), 303, Site.pathOf(call.context()) + withQuery(path, "done", done));
    }

    /** The same without a word. */
    void moveOn(Call call, String path) {
        move(call.context(), 303, Site.pathOf(call.context()) + path);
    }

    /** @param address as browsers see it */
    static void move(Context context, int status, String address) {
        if (wantsPart(context)) {
            context.header("HX-Redirect", address);
            context.status(204);
        } else {
            context.header("Location", address);
            context.status(status);
        }
    }

    /** A path with a parameter more. */
    static String withQuery(String path, String name, String value) {
        return path + (path.contains("?") ? '&' : '?') + name + '=' + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}

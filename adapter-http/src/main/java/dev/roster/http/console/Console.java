package dev.roster.http.console;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.domain.RefusedException;
import dev.roster.domain.audit.Door;
import dev.roster.http.console.view.ErrorView;
import dev.roster.http.console.view.FrontView;
import dev.roster.http.web.BrowserSessions;
import dev.roster.http.web.Dialect;
import dev.roster.http.web.Manner;
import dev.roster.http.web.Manners;
import dev.roster.http.web.MediaTypes;
import dev.roster.http.web.Problem;
import dev.roster.http.web.ProblemJson;
import dev.roster.http.web.Routes;
import dev.roster.http.web.Site;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The pages for people, at the root. They identify people by their session, and redirect visitors without one to the
 * log-in page, except from the root itself, which shows them what this is. Unknown query parameters are ignored.
 */
public final class Console implements Dialect {
    private static final Manners MANNERS =
            Manners.of(Manner.MERGES_SLASHES, Manner.ALLOWS_OPTIONS, Manner.SAYS_WHEN_TO_RETRY);
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final BrowserSessions sessions;
    private final Screens screens;
    private final Set<ConsolePages> pages;

    @Inject
    Console(BrowserSessions sessions, Screens screens, Set<ConsolePages> pages) {
        this.sessions = sessions;
        this.screens = screens;
        this.pages = pages;
    }

    @Override
    public String prefix() {
        return "";
    }

    @Override
    public Door door() {
        return Door.CONSOLE;
    }

    @Override
    public Manners manners() {
        return MANNERS;
    }

    @Override
    public Caller authenticate(Context context, Origin origin) {
        Caller caller = sessions.act(context, origin, token(context))
                .orElseThrow(() -> RefusedException.unauthenticated("log in to see this page"));
        Screens.keep(context, caller);
        return caller;
    }

    private static @Nullable String token(Context context) {
        return READING.contains(context.req().getMethod())
                ? null
                : TypedForm.of(context).token();
    }

    @Override
    public void register(Routes routes) {
        pages.forEach(group -> group.register(routes));
    }

    /** Whether the request says that it shows pages, rather than that it takes anything. */
    public static boolean isForBrowser(Context context) {
        return MediaTypes.prefersHtml(context.req().getHeader("Accept"));
    }

    @Override
    public void refuse(Context context, Problem problem) {
        boolean isUnknown = problem.kind() == Problem.Kind.UNAUTHENTICATED;
        if (isUnknown && context.path().equals("/") && !isForBrowser(context)) {
            ProblemJson.answer(context, Problem.of(Problem.Kind.NOT_FOUND, "there is nothing at this path"));
        } else if (isUnknown && isFront(context)) {
            screens.showBare(context, 200, new FrontView());
        } else if (!MediaTypes.accepts(context.req().getHeader("Accept"), MediaTypes.HTML)) {
            ProblemJson.answer(context, problem);
        } else if (isUnknown) {
            Screens.move(context, 303, logIn(context));
        } else {
            show(context, problem);
        }
    }

    /** The bare root. With parameters, the home page is wanted, which takes a log-in; so does what a script of it asks for. */
    private static boolean isFront(Context context) {
        return context.path().equals("/")
                && READING.contains(context.req().getMethod())
                && context.req().getQueryString() == null
                && !Screens.wantsPart(context);
    }

    /** What changes something cannot be led back to. */
    private static String logIn(Context context) {
        String page = Site.pathOf(context) + "/user/login/";
        if (!context.req().getMethod().equals("GET") || Screens.wantsPart(context)) {
            return page;
        }
        String query = context.req().getQueryString();
        String wanted = Site.pathOf(context) + context.path() + (query == null ? "" : '?' + query);
        return Screens.withQuery(page, "next", wanted);
    }

    private void show(Context context, Problem problem) {
        int status = problem.kind().status();
        boolean isOurs = status >= 500;
        ErrorView view = new ErrorView(
                "error." + problem.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                TypedForm.sentence(problem.detail()),
                problem.kind() == Problem.Kind.NOT_FOUND ? "error.advice.not-found" : null,
                problem.blockers(),
                isOurs ? context.res().getHeader("X-Request-Id") : null);
        if (isOurs) {
            screens.showBare(context, status, view);
        } else {
            screens.show(context, status, view);
        }
    }
}

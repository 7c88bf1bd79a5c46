package dev.roster.http.labelstudio;

import dev.roster.application.access.Caller;
import dev.roster.application.credential.EndSession;
import dev.roster.application.credential.LogIn;
import dev.roster.domain.RefusedException;
import dev.roster.domain.RefusedException.Kind;
import dev.roster.domain.credential.Password;
import dev.roster.domain.organization.Organization;
import dev.roster.http.dialect.Field;
import dev.roster.http.web.BrowserSessions;
import dev.roster.http.web.Call;
import dev.roster.http.web.CsrfTokens;
import dev.roster.http.web.RouteGroup;
import dev.roster.http.web.Routes;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Logging in and out with a browser, or as the legacy client does (contract §6, §7, §7.2), and where that leads. */
final class LogInPages implements RouteGroup {
    private static final String PATH = "/user/login";
    private static final String PROJECTS = "/projects/";

    private static final String WRONG = "The e-mail and the password do not match.";

    private final LogIn logIn;
    private final EndSession endSession;
    private final BrowserSessions sessions;
    private final CsrfTokens csrf;
    private final ActiveOrganization active;

    @Inject
    LogInPages(
            LogIn logIn, EndSession endSession, BrowserSessions sessions, CsrfTokens csrf, ActiveOrganization active) {
        this.logIn = logIn;
        this.endSession = endSession;
        this.sessions = sessions;
        this.csrf = csrf;
        this.active = active;
    }

    @Override
    public void register(Routes routes) {
        Page.register(routes, PATH, this::show);
        Page.registerForm(routes, PATH, this::logIn);
        Page.register(routes, "/logout", this::leave);
        Page.registerForm(routes, "/logout", this::logOut);
        Page.register(routes, "/projects", this::projects);
    }

    private void show(Call call) {
        if (somebody(call).isPresent()) {
            Mount.go(call.context(), Mount.after(call));
            return;
        }
        Page.LOG_IN.answer(call.context(), 200, Map.of("csrf", csrf.of(call.context()), "persist_session", "checked"));
    }

    /** Who has lost their last organization is nobody here, as everywhere at this door. */
    private Optional<Caller> somebody(Call call) {
        return sessions.find(call.context(), call.origin())
                .filter(caller -> active.find(caller).isPresent());
    }

    private void logIn(Call call) {
        TypedForm form = TypedForm.read(call);
        form.mustComeFromHere(call, csrf);
        form.keeping("email").keepingTick("persist_session");
        Field<String> email = form.value("email", text -> text);
        Field<Password> password = form.value("password", Password::attempted);
        if (!form.isRight()) {
            form.again(call, Page.LOG_IN, csrf);
            return;
        }
        try {
            enter(call, form, logIn.handle(new LogIn.Command(email.get(), password.get(), call.origin())));
        } catch (RefusedException refusal) {
            again(call, form, refusal);
        }
    }

    private void enter(Call call, TypedForm form, LogIn.Opened opened) {
        Caller caller = Caller.inSession(opened.user(), call.origin(), opened.session());
        if (active.find(caller).isEmpty()) {
            endSession.current(caller);
            form.again(call, Page.LOG_IN, csrf, WRONG);
            return;
        }
        sessions.open(call, opened, form.isTicked("persist_session"));
        Mount.go(call.context(), Mount.after(call));
    }

    /** One message for all causes; a right password that is temporary is the exception, as it can be replaced. */
    private void again(Call call, TypedForm form, RefusedException refusal) {
        if (refusal.kind() == Kind.UNAUTHENTICATED) {
            form.again(call, Page.LOG_IN, csrf, WRONG);
        } else if (refusal.kind() == Kind.CONFLICT || refusal.kind() == Kind.THROTTLED) {
            form.again(call, Page.LOG_IN, csrf, refusal);
        } else {
            throw refusal;
        }
    }

    /** A link of another site logs nobody out, but leads to the page with the button. */
    private void leave(Call call) {
        if (csrf.isLedFromElsewhere(call.context()) && hasSession(call)) {
            Mount.go(call.context(), Mount.of(call.context(), PROJECTS));
            return;
        }
        end(call);
    }

    private void logOut(Call call) {
        if (hasSession(call)) {
            TypedForm.read(call).mustBeSentFromHere(call, csrf);
        }
        end(call);
    }

    private boolean hasSession(Call call) {
        return sessions.find(call.context(), call.origin()).isPresent();
    }

    private void end(Call call) {
        sessions.end(call);
        Mount.go(call.context(), Mount.of(call.context(), PATH + "/"));
    }

    /** What logging in leads to. There are no projects here, but a page that says who one is. */
    private void projects(Call call) {
        Optional<Caller> caller = sessions.find(call.context(), call.origin());
        Optional<Organization> organization = caller.flatMap(active::find);
        if (organization.isEmpty()) {
            String here = URLEncoder.encode(Mount.of(call.context(), PROJECTS), StandardCharsets.UTF_8);
            Mount.go(call.context(), Mount.of(call.context(), PATH + "/?next=" + here));
            return;
        }
        Page.PROJECTS.answer(
                call.context(),
                200,
                Map.of(
                        "csrf",
                        csrf.of(call.context()),
                        "name",
                        caller.orElseThrow().name(),
                        "organization",
                        organization.get().name().value()));
    }
}

package dev.roster.http.console;

import dev.roster.application.credential.LogIn;
import dev.roster.application.invitation.SignUpMode;
import dev.roster.domain.RefusedException;
import dev.roster.domain.RefusedException.Kind;
import dev.roster.domain.credential.Password;
import dev.roster.http.console.view.FormView;
import dev.roster.http.console.view.LogInView;
import dev.roster.http.console.view.LogOutView;
import dev.roster.http.console.view.TemporaryPasswordView;
import dev.roster.http.dialect.Field;
import dev.roster.http.web.BrowserSessions;
import dev.roster.http.web.Call;
import dev.roster.http.web.CsrfTokens;
import dev.roster.http.web.Destination;
import dev.roster.http.web.MediaTypes;
import dev.roster.http.web.Routes;
import dev.roster.http.web.Site;
import jakarta.inject.Inject;
import java.util.Map;

/** Logging in and out. The words of the form are those that clients of Label Studio send. */
final class LogInPages implements ConsolePages {
    private static final String PATH = "/user/login";
    private static final String LASTING = "persist_session";

    private final LogIn logIn;
    private final SignUpMode signUp;
    private final BrowserSessions sessions;
    private final CsrfTokens csrf;
    private final Screens screens;
    private final Proofs proofs;

    @Inject
    LogInPages(
            LogIn logIn, SignUpMode signUp, BrowserSessions sessions, CsrfTokens csrf, Screens screens, Proofs proofs) {
        this.logIn = logIn;
        this.signUp = signUp;
        this.sessions = sessions;
        this.csrf = csrf;
        this.screens = screens;
        this.proofs = proofs;
    }

    @Override
    public void register(Routes routes) {
        routes.get(PATH, this::show).open().producing(MediaTypes.HTML);
        routes.post(PATH, this::logIn).open().producing(MediaTypes.HTML);
        routes.get("/logout", this::leave).open().producing(MediaTypes.HTML);
        routes.post("/logout", this::logOut).open().producing(MediaTypes.HTML);
    }

    private void show(Call call) {
        if (sessions.find(call.context(), call.origin()).isPresent()) {
            Screens.move(call.context(), 302, after(call));
            return;
        }
        screens.show(call, view(FormView.EMPTY.ticking(LASTING, "on")));
    }

    private static String after(Call call) {
        return Destination.after(call, Site.pathOf(call.context()) + "/");
    }

    private LogInView view(FormView form) {
        return new LogInView(form, signUp == SignUpMode.OPEN);
    }

    private void logIn(Call call) {
        TypedForm form = TypedForm.of(call);
        proofs.requireToken(call);
        form.isTicked(LASTING);
        form.text("email");
        Field<String> email = form.value("email", text -> text);
        Field<Password> password = form.secret("password", Password::attempted);
        if (!form.isRight()) {
            again(call, form);
            return;
        }
        try {
            LogIn.Opened opened = logIn.handle(new LogIn.Command(email.get(), password.get(), call.origin()));
            sessions.open(call, opened, form.isTicked(LASTING));
            Screens.move(call.context(), 302, after(call));
        } catch (RefusedException refusal) {
            again(call, form, refusal);
        }
    }

    /** One message for all causes; a right password that is temporary is the exception, as it is replaced at once. */
    private void again(Call call, TypedForm form, RefusedException refusal) {
        if (refusal.kind() == Kind.CONFLICT) {
            screens.show(call, new TemporaryPasswordView(FormView.of(Map.of("login", form.text("email")))));
        } else if (refusal.kind() == Kind.UNAUTHENTICATED) {
            form.refuse("The e-mail and the password do not match.");
            again(call, form);
        } else {
            form.note(refusal);
            again(call, form);
        }
    }

    private void again(Call call, TypedForm form) {
        screens.againAsBefore(call, form, view(form.view()));
    }

    /** A link of another site logs nobody out. Clients that say nothing of where they come from are none of its links. */
    private void leave(Call call) {
        if (csrf.isLedFromElsewhere(call.context())
                && sessions.find(call.context(), call.origin()).isPresent()) {
            screens.show(call, new LogOutView());
            return;
        }
        end(call);
    }

    private void logOut(Call call) {
        if (sessions.find(call.context(), call.origin()).isPresent()) {
            proofs.require(call);
        }
        end(call);
    }

    private void end(Call call) {
        sessions.end(call);
        csrf.renew(call.context());
        Screens.move(call.context(), 302, Site.pathOf(call.context()) + PATH + "/");
    }
}

package dev.roster.http.console;

import dev.roster.application.credential.LogInByLink;
import dev.roster.domain.credential.SecretText;
import dev.roster.http.console.view.FormView;
import dev.roster.http.console.view.LogInLinkView;
import dev.roster.http.dialect.Field;
import dev.roster.http.web.BrowserSessions;
import dev.roster.http.web.Call;
import dev.roster.http.web.Routes;
import jakarta.inject.Inject;

/** Where a link leads that logs its user in, once: that of {@code start --demo}, or of {@code roster users log-in-link}. */
final class LogInLinkPages implements ConsolePages {
    private static final String PATH = "/log-in-link";

    private final LogInByLink logInByLink;
    private final BrowserSessions sessions;
    private final Screens screens;
    private final Proofs proofs;

    @Inject
    LogInLinkPages(LogInByLink logInByLink, BrowserSessions sessions, Screens screens, Proofs proofs) {
        this.logInByLink = logInByLink;
        this.sessions = sessions;
        this.screens = screens;
        this.proofs = proofs;
    }

    @Override
    public void register(Routes routes) {
        routes.get(PATH, call -> screens.show(call, new LogInLinkView(FormView.EMPTY)))
                .open();
        routes.post(PATH, this::logIn).open();
    }

    private void logIn(Call call) {
        proofs.requireToken(call);
        TypedForm form = TypedForm.of(call);
        Field<SecretText> link = LinkSecrets.required(form);
        if (form.takes(() ->
                sessions.open(call, logInByLink.handle(new LogInByLink.Command(link.get(), call.origin())), false))) {
            screens.moveOn(call, "/");
        } else {
            screens.again(call, form, new LogInLinkView(form.view()));
        }
    }
}

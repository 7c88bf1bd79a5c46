package dev.roster.http.console;

import dev.roster.application.credential.LogIn;
import dev.roster.application.instance.ClaimSetUp;
import dev.roster.application.user.CreateUser;
import dev.roster.domain.credential.Password;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.user.Username;
import dev.roster.http.console.view.FormView;
import dev.roster.http.console.view.SetUpView;
import dev.roster.http.console.view.WelcomeView;
import dev.roster.http.dialect.Field;
import dev.roster.http.web.BrowserSessions;
import dev.roster.http.web.Call;
import dev.roster.http.web.Routes;
import jakarta.inject.Inject;

/** The first visit: who has the set-up link becomes the first owner. */
final class SetUpPages implements ConsolePages {
    private static final String PATH = "/set-up";

    private final ClaimSetUp claimSetUp;
    private final LogIn logIn;
    private final BrowserSessions sessions;
    private final Screens screens;
    private final Proofs proofs;

    @Inject
    SetUpPages(ClaimSetUp claimSetUp, LogIn logIn, BrowserSessions sessions, Screens screens, Proofs proofs) {
        this.claimSetUp = claimSetUp;
        this.logIn = logIn;
        this.sessions = sessions;
        this.screens = screens;
        this.proofs = proofs;
    }

    @Override
    public void register(Routes routes) {
        routes.get(PATH, call -> screens.show(call, new SetUpView(FormView.EMPTY)))
                .open();
        routes.post(PATH, this::claim).open();
    }

    private void claim(Call call) {
        proofs.requireToken(call);
        TypedForm form = TypedForm.of(call);
        Field<SecretText> link = LinkSecrets.required(form);
        Field<Username> username = form.value("username", Username::new);
        Field<Password> password = ChosenPasswords.read(form);
        if (!form.takes(
                () -> claim(call, new ClaimSetUp.Command(link.get(), username.get(), password.get(), call.origin())))) {
            screens.again(call, form, new SetUpView(form.view()));
        }
    }

    private void claim(Call call, ClaimSetUp.Command command) {
        CreateUser.Created created = claimSetUp.handle(command);
        String name = created.user().username().value();
        sessions.open(call, logIn.handle(new LogIn.Command(name, command.password(), call.origin())), false);
        screens.show(call, new WelcomeView(name, created.token().reveal()));
    }
}

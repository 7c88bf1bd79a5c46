package dev.roster.http.console;

import dev.roster.application.credential.ChangePassword;
import dev.roster.application.credential.RenewToken;
import dev.roster.application.credential.ShowToken;
import dev.roster.domain.RefusedException;
import dev.roster.domain.credential.Password;
import dev.roster.domain.credential.UserToken;
import dev.roster.http.console.view.FormView;
import dev.roster.http.console.view.OwnPasswordView;
import dev.roster.http.console.view.OwnTokenView;
import dev.roster.http.dialect.Field;
import dev.roster.http.web.Call;
import dev.roster.http.web.MediaTypes;
import dev.roster.http.web.Routes;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.function.Function;

/** One's own password and user token. Both take the password that there is. */
final class AccountSecretPages implements ConsolePages {
    private static final String PASSWORD = AccountPages.PATH + "/password";
    private static final String TOKEN = AccountPages.PATH + "/token";
    private static final String RENEW = TOKEN + "/renew";
    private static final String SHOW_WORDS = "own-token.";
    private static final String RENEW_WORDS = "renew-token.";

    private final ChangePassword changePassword;
    private final ShowToken showToken;
    private final RenewToken renewToken;
    private final Screens screens;

    @Inject
    AccountSecretPages(ChangePassword changePassword, ShowToken showToken, RenewToken renewToken, Screens screens) {
        this.changePassword = changePassword;
        this.showToken = showToken;
        this.renewToken = renewToken;
        this.screens = screens;
    }

    @Override
    public void register(Routes routes) {
        routes.get(PASSWORD, call -> screens.show(call, new OwnPasswordView(FormView.EMPTY)))
                .producing(MediaTypes.HTML);
        routes.post(PASSWORD, this::change).producing(MediaTypes.HTML);
        routes.get(TOKEN, call -> screens.show(call, asked(SHOW_WORDS, FormView.EMPTY)))
                .producing(MediaTypes.HTML);
        routes.post(TOKEN, call -> answer(call, SHOW_WORDS, password -> showToken.own(call.caller(), password)))
                .producing(MediaTypes.HTML);
        routes.get(RENEW, call -> screens.show(call, asked(RENEW_WORDS, FormView.EMPTY)))
                .producing(MediaTypes.HTML);
        routes.post(RENEW, call -> answer(call, RENEW_WORDS, password -> renewToken.own(call.caller(), password)))
                .producing(MediaTypes.HTML);
    }

    private void change(Call call) {
        TypedForm form = TypedForm.of(call);
        Field<Password> current = form.secret("current_password", Password::attempted);
        Field<Password> wanted = ChosenPasswords.read(form);
        if (form.takes(
                () -> changePassword.handle(call.caller(), new ChangePassword.Command(current.get(), wanted.get())))) {
            screens.moveOn(call, AccountPages.PAGE, "account.password-changed");
        } else {
            screens.again(call, form, new OwnPasswordView(form.view()));
        }
    }

    private static OwnTokenView asked(String words, FormView form) {
        return new OwnTokenView(words, words.equals(RENEW_WORDS), form, null);
    }

    private void answer(Call call, String words, Function<Password, UserToken> token) {
        TypedForm form = TypedForm.of(call);
        Field<Password> password = form.secret("password", Password::attempted);
        if (form.isRight()) {
            try {
                String shown = token.apply(password.get()).reveal();
                screens.show(call, new OwnTokenView(SHOW_WORDS, false, FormView.EMPTY, shown));
                return;
            } catch (RefusedException refusal) {
                // That there is no token to show is answered beside the form, too: it can be renewed.
                Refusals.noteOfGuess(form, refusal, Set.of("password"));
            }
        }
        screens.again(call, form, asked(words, form.view()));
    }
}

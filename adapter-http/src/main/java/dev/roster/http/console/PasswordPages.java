package dev.roster.http.console;

import dev.roster.application.credential.CompletePasswordReset;
import dev.roster.application.credential.OtherCredentials;
import dev.roster.application.credential.ReplaceTemporaryPassword;
import dev.roster.application.credential.RequestPasswordReset;
import dev.roster.domain.RefusedException;
import dev.roster.domain.credential.Password;
import dev.roster.domain.credential.SecretText;
import dev.roster.http.console.view.ForgotPasswordView;
import dev.roster.http.console.view.FormView;
import dev.roster.http.console.view.MailSentView;
import dev.roster.http.console.view.PasswordSetView;
import dev.roster.http.console.view.SetPasswordView;
import dev.roster.http.console.view.TemporaryPasswordView;
import dev.roster.http.dialect.Field;
import dev.roster.http.web.BrowserSessions;
import dev.roster.http.web.Call;
import dev.roster.http.web.Routes;
import jakarta.inject.Inject;

/** Passwords that were forgotten, and those that somebody was given for a while. */
final class PasswordPages implements ConsolePages {
    private static final String FORGOT = "/forgot-password";
    private static final String SENT = "/forgot-password/sent";
    private static final String SET = "/set-password";
    private static final String CHANGE = "/change-password";
    private static final String TEMPORARY = "temporary_password";

    private final RequestPasswordReset request;
    private final CompletePasswordReset complete;
    private final ReplaceTemporaryPassword replace;
    private final BrowserSessions sessions;
    private final Screens screens;
    private final Proofs proofs;

    @Inject
    PasswordPages(
            RequestPasswordReset request,
            CompletePasswordReset complete,
            ReplaceTemporaryPassword replace,
            BrowserSessions sessions,
            Screens screens,
            Proofs proofs) {
        this.request = request;
        this.complete = complete;
        this.replace = replace;
        this.sessions = sessions;
        this.screens = screens;
        this.proofs = proofs;
    }

    @Override
    public void register(Routes routes) {
        routes.get(FORGOT, call -> screens.show(call, forgot(FormView.EMPTY))).open();
        routes.post(FORGOT, this::request).open();
        routes.get(SENT, call -> screens.show(call, new MailSentView("forgot.sent")))
                .open();
        routes.get(SET, call -> screens.show(call, new SetPasswordView(FormView.EMPTY)))
                .open();
        routes.post(SET, this::set).open();
        routes.get(CHANGE, call -> screens.show(call, new TemporaryPasswordView(FormView.EMPTY)))
                .open();
        routes.post(CHANGE, this::replace).open();
    }

    private ForgotPasswordView forgot(FormView form) {
        return new ForgotPasswordView(form, request.isMailed());
    }

    private void request(Call call) {
        proofs.requireToken(call);
        TypedForm form = TypedForm.of(call);
        Field<String> login = form.value("login", text -> text);
        if (form.takes(() -> request.handle(new RequestPasswordReset.Command(login.get(), call.origin())))) {
            screens.moveOn(call, SENT + "/");
        } else {
            screens.again(call, form, forgot(form.view()));
        }
    }

    private void set(Call call) {
        proofs.requireToken(call);
        TypedForm form = TypedForm.of(call);
        Field<SecretText> link = LinkSecrets.required(form);
        Field<Password> password = ChosenPasswords.read(form);
        OtherCredentials.Wish others =
                new OtherCredentials.Wish(form.isTicked("end_keys"), form.isTicked("renew_token"));
        boolean isSet = form.takes(() -> {
            CompletePasswordReset.Done done = complete.handle(
                    new CompletePasswordReset.Command(link.get(), password.get(), others, call.origin()));
            screens.show(call, done(done.others()));
        });
        if (!isSet) {
            screens.again(call, form, new SetPasswordView(form.view()));
        }
    }

    /** Without saying whose it is: the link may have been found. */
    private static PasswordSetView done(OtherCredentials.Settled settled) {
        return new PasswordSetView(
                settled.sessionsEnded(),
                settled.keysEnded(),
                settled.keysLeft(),
                settled.serviceKeysLeft(),
                "password-set.token." + settled.userToken().word());
    }

    private void replace(Call call) {
        proofs.requireToken(call);
        TypedForm form = TypedForm.of(call);
        Field<String> login = form.value("login", text -> text);
        Field<Password> temporary = form.secret(TEMPORARY, Password::attempted);
        Field<Password> password = ChosenPasswords.read(form);
        if (form.takes(() -> replace(call, form, login, temporary, password)) && form.isRight()) {
            screens.moveOn(call, "/", "welcome");
        } else {
            screens.again(call, form, new TemporaryPasswordView(form.view()));
        }
    }

    private void replace(
            Call call, TypedForm form, Field<String> login, Field<Password> temporary, Field<Password> password) {
        try {
            sessions.open(
                    call,
                    replace.handle(new ReplaceTemporaryPassword.Command(
                            login.get(), temporary.get(), password.get(), call.origin())),
                    false);
        } catch (RefusedException refusal) {
            // It is the temporary one that turns out to be wrong, or not temporary.
            switch (refusal.kind()) {
                case UNAUTHENTICATED, CONFLICT -> form.refuse(TEMPORARY, TypedForm.sentence(refusal.reason()));
                case INVALID, FORBIDDEN, NOT_FOUND, CHANGED, THROTTLED, BUSY, UNAVAILABLE -> throw refusal;
            }
        }
    }
}

package dev.roster.http.labelstudio;

import dev.roster.application.credential.LogIn;
import dev.roster.application.invitation.SignUp;
import dev.roster.domain.RefusedException;
import dev.roster.domain.RefusedException.Kind;
import dev.roster.domain.credential.Password;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.PersonName;
import dev.roster.domain.user.Profile;
import dev.roster.domain.user.Username;
import dev.roster.http.dialect.Field;
import dev.roster.http.web.BrowserSessions;
import dev.roster.http.web.Call;
import dev.roster.http.web.CsrfTokens;
import dev.roster.http.web.RouteGroup;
import dev.roster.http.web.Routes;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Signing up, with the link of an organization or without (contract §7.1). The address is confirmed by mail before there is
 * an account, and nobody is told whether it has one.
 */
final class SignUpPages implements RouteGroup {
    private static final String PATH = "/user/signup";
    private static final String SENT = PATH + "/sent";
    private static final String NEWSLETTERS = "allow_newsletters";

    private final SignUp signUp;
    private final BrowserSessions sessions;
    private final CsrfTokens csrf;

    @Inject
    SignUpPages(SignUp signUp, BrowserSessions sessions, CsrfTokens csrf) {
        this.signUp = signUp;
        this.sessions = sessions;
        this.csrf = csrf;
    }

    @Override
    public void register(Routes routes) {
        Page.register(routes, PATH, this::show);
        Page.registerForm(routes, PATH, this::signUp);
        Page.register(routes, SENT, call -> Page.SENT.answer(call.context(), 200, Map.of()));
    }

    /** Whatever the link says: it is looked at when the form is sent. */
    private void show(Call call) {
        if (sessions.find(call.context(), call.origin()).isPresent()) {
            Mount.go(call.context(), Mount.after(call));
            return;
        }
        Page.SIGN_UP.answer(call.context(), 200, Map.of("csrf", csrf.of(call.context())));
    }

    private void signUp(Call call) {
        TypedForm form = TypedForm.read(call);
        form.mustComeFromHere(call, csrf);
        form.keeping("email").keepingTick(NEWSLETTERS);
        Field<EmailAddress> email = form.value("email", SignUpPages::address);
        Field<Password> password = form.value("password", Password::chosen);
        if (!form.isRight()) {
            form.again(call, Page.SIGN_UP, csrf);
            return;
        }
        try {
            lead(
                    call,
                    signUp.handle(command(call, email.get(), password.get())
                            .withSaid(NewsletterChoice.said(form.isTicked(NEWSLETTERS)))));
        } catch (RefusedException refusal) {
            again(call, form, refusal);
        }
    }

    private static EmailAddress address(String text) {
        return new EmailAddress(text.strip().toLowerCase(Locale.ROOT));
    }

    /** The address is username and e-mail here, and what stands before its {@code @} the name that is shown. */
    private static SignUp.Command command(Call call, EmailAddress email, Password password) {
        Username username = new Username(email.value());
        String shown = email.value().substring(0, email.value().indexOf('@'));
        return SignUp.Command.of(username, password, call.origin())
                .withLink(link(call))
                .withEmail(email)
                .withProfile(Profile.named(username).withDisplayName(PersonName.of("display_name", shown)));
    }

    private static @Nullable SecretText link(Call call) {
        String token = call.query().textOrEmpty("token");
        return token == null || token.isEmpty() ? null : new SecretText(token);
    }

    private void lead(Call call, Optional<LogIn.Opened> opened) {
        opened.ifPresent(session -> sessions.open(call, session, true));
        Mount.go(call.context(), opened.isPresent() ? Mount.after(call) : Mount.of(call.context(), SENT + "/"));
    }

    private void again(Call call, TypedForm form, RefusedException refusal) {
        if (refusal.kind() == Kind.NOT_FOUND) {
            throw new PageRefusal(403, "Not allowed", TypedForm.sentence(refusal.reason()));
        }
        if (refusal.kind() == Kind.INVALID || refusal.kind() == Kind.CONFLICT) {
            form.refuse(
                    "password".equals(refusal.field()) ? "password" : "email", TypedForm.sentence(refusal.reason()));
            form.again(call, Page.SIGN_UP, csrf);
        } else if (refusal.kind() == Kind.THROTTLED) {
            form.again(call, Page.SIGN_UP, csrf, refusal);
        } else {
            throw refusal;
        }
    }
}

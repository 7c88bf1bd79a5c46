package dev.roster.http.console;

import dev.roster.application.credential.LogIn;
import dev.roster.application.invitation.ConfirmSignUp;
import dev.roster.application.invitation.SignUp;
import dev.roster.application.invitation.SignUpMode;
import dev.roster.domain.RefusedException;
import dev.roster.domain.credential.Password;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.PersonName;
import dev.roster.domain.user.Profile;
import dev.roster.domain.user.ProfileField;
import dev.roster.domain.user.Username;
import dev.roster.http.console.view.ConfirmSignUpView;
import dev.roster.http.console.view.FormView;
import dev.roster.http.console.view.MailSentView;
import dev.roster.http.console.view.SignUpView;
import dev.roster.http.dialect.Field;
import dev.roster.http.web.BrowserSessions;
import dev.roster.http.web.Call;
import dev.roster.http.web.Destination;
import dev.roster.http.web.Routes;
import dev.roster.http.web.Site;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Signing up, with the link of an organization or without, and confirming the address. Clients of Label Studio send an address and a
 * password; the address is then the username, too.
 */
final class SignUpPages implements ConsolePages {
    /** Label Studio's first. */
    private static final List<String> PATHS = List.of("/user/signup", "/sign-up");

    private static final String SENT = "/user/signup/sent";
    private static final String CONFIRM = "/confirm-sign-up";

    private final SignUp signUp;
    private final ConfirmSignUp confirmSignUp;
    private final SignUpMode mode;
    private final BrowserSessions sessions;
    private final Screens screens;
    private final Proofs proofs;

    @Inject
    SignUpPages(
            SignUp signUp,
            ConfirmSignUp confirmSignUp,
            SignUpMode mode,
            BrowserSessions sessions,
            Screens screens,
            Proofs proofs) {
        this.signUp = signUp;
        this.confirmSignUp = confirmSignUp;
        this.mode = mode;
        this.sessions = sessions;
        this.screens = screens;
        this.proofs = proofs;
    }

    @Override
    public void register(Routes routes) {
        for (String path : PATHS) {
            routes.get(path, this::show).open();
            routes.post(path, this::signUp).open();
        }
        routes.get(SENT, call -> screens.show(call, new MailSentView("sign-up.sent")))
                .open();
        routes.get(CONFIRM, call -> screens.show(call, new ConfirmSignUpView(FormView.EMPTY)))
                .open();
        routes.post(CONFIRM, this::confirm).open();
    }

    /** Whatever the link says: it is looked at when the form is sent. */
    private void show(Call call) {
        if (sessions.find(call.context(), call.origin()).isPresent()) {
            Screens.move(call.context(), 302, after(call));
            return;
        }
        screens.show(call, view(FormView.of(Map.of(LinkSecrets.FIELD, LinkSecrets.inQuery(call)))));
    }

    private static String after(Call call) {
        return Destination.after(call, Site.pathOf(call.context()) + "/");
    }

    private SignUpView view(FormView form) {
        return new SignUpView(form, mode == SignUpMode.LINK, mode == SignUpMode.CLOSED);
    }

    private void signUp(Call call) {
        proofs.requireToken(call);
        TypedForm form = TypedForm.of(call);
        SignUp.Command command = command(call, form);
        try {
            if (command != null) {
                lead(call, signUp.handle(command));
                return;
            }
        } catch (RefusedException refusal) {
            if (refusal.kind() == RefusedException.Kind.NOT_FOUND) {
                form.refuse(LinkSecrets.FIELD, TypedForm.sentence(refusal.reason()));
                screens.show(call.context(), 403, view(form.view()));
                return;
            }
            form.note(refusal);
        }
        screens.againAsBefore(call, form, view(form.view()));
    }

    /** What was typed, or null where something is wrong with it. */
    private static SignUp.@Nullable Command command(Call call, TypedForm form) {
        Field<SecretText> link = link(call, form);
        Field<EmailAddress> email = form.optional("email", text -> new EmailAddress(text.toLowerCase(Locale.ROOT)));
        Field<Username> username = username(form, email);
        Field<PersonName> first = form.optional("first_name", ProfileField.FIRST_NAME::parse);
        Field<PersonName> last = form.optional("last_name", ProfileField.LAST_NAME::parse);
        Field<Password> password = ChosenPasswords.readOnce(form);
        if (!form.isRight()) {
            return null;
        }
        Profile profile = Profile.named(username.get());
        return SignUp.Command.of(username.get(), password.get(), call.origin())
                .withLink(link.orNull())
                .withEmail(email.orNull())
                .withProfile(
                        first.orNull() == null
                                ? shownAs(profile, email)
                                : profile.withFirstName(first.get()).withLastName(last.orNull()));
    }

    /** Someone who is called like their address is shown as what stands before its {@code @}. */
    private static Profile shownAs(Profile profile, Field<EmailAddress> email) {
        EmailAddress address = email.orNull();
        return address == null || !profile.firstName().value().equals(address.value())
                ? profile
                : profile.withDisplayName(PersonName.of(
                        "display_name",
                        address.value().substring(0, address.value().indexOf('@'))));
    }

    private static Field<SecretText> link(Call call, TypedForm form) {
        Field<SecretText> typed = LinkSecrets.optional(form);
        String token = LinkSecrets.inQuery(call);
        return typed.orNull() != null || token.isEmpty() ? typed : Field.of(new SecretText(token));
    }

    private static Field<Username> username(TypedForm form, Field<EmailAddress> email) {
        EmailAddress address = email.orNull();
        boolean isGiven = !form.text("username").isEmpty();
        return isGiven || form.raw("email").isBlank()
                ? form.value("username", Username::new)
                : Field.of(address == null ? null : new Username(address.value()));
    }

    private void lead(Call call, Optional<LogIn.Opened> opened) {
        opened.ifPresent(session -> sessions.open(call, session, true));
        Screens.move(call.context(), 302, opened.isPresent() ? after(call) : Site.pathOf(call.context()) + SENT + "/");
    }

    private void confirm(Call call) {
        proofs.requireToken(call);
        TypedForm form = TypedForm.of(call);
        Field<SecretText> link = LinkSecrets.required(form);
        Field<Password> password = form.secret("password", Password::attempted);
        Field<Username> username = form.optional("username", Username::new);
        boolean isIn = form.takes(() -> sessions.open(
                call,
                confirmSignUp.handle(ConfirmSignUp.Command.of(link.get(), password.get(), call.origin())
                        .withUsername(username.orNull())),
                false));
        if (isIn) {
            screens.moveOn(call, "/", "welcome");
        } else {
            screens.again(call, form, new ConfirmSignUpView(form.view()));
        }
    }
}

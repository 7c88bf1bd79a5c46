package dev.roster.http.console;

import dev.roster.application.ProfileChange;
import dev.roster.application.invitation.AcceptInvitation;
import dev.roster.application.invitation.ShowInvitation;
import dev.roster.domain.credential.Password;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.user.PersonName;
import dev.roster.domain.user.ProfileField;
import dev.roster.domain.user.Username;
import dev.roster.http.console.view.FormView;
import dev.roster.http.console.view.InvitationLinkView;
import dev.roster.http.console.view.InvitationView;
import dev.roster.http.dialect.Field;
import dev.roster.http.web.BrowserSessions;
import dev.roster.http.web.Call;
import dev.roster.http.web.Routes;
import jakarta.inject.Inject;
import java.util.Map;

/** Accepting an invitation: the link first, then what it is for, a name and a password. */
final class AcceptInvitationPages implements ConsolePages {
    private static final String PATH = "/invitation";
    private static final String USERNAME = "username";

    private final ShowInvitation showInvitation;
    private final AcceptInvitation acceptInvitation;
    private final BrowserSessions sessions;
    private final Screens screens;
    private final Proofs proofs;
    private final Times times;

    @Inject
    AcceptInvitationPages(
            ShowInvitation showInvitation,
            AcceptInvitation acceptInvitation,
            BrowserSessions sessions,
            Screens screens,
            Proofs proofs,
            Times times) {
        this.showInvitation = showInvitation;
        this.acceptInvitation = acceptInvitation;
        this.sessions = sessions;
        this.screens = screens;
        this.proofs = proofs;
        this.times = times;
    }

    @Override
    public void register(Routes routes) {
        routes.get(PATH, call -> screens.show(call, new InvitationLinkView(FormView.EMPTY)))
                .open();
        routes.post(PATH, this::follow).open();
    }

    /** The page of the link sends nothing but that; the page of the invitation says that it is accepted. */
    private void follow(Call call) {
        proofs.requireToken(call);
        TypedForm form = TypedForm.of(call);
        Field<SecretText> link = LinkSecrets.required(form);
        boolean isAlive = form.takes(() -> {
            ShowInvitation.Offer offer = showInvitation.handle(new ShowInvitation.Query(link.get(), call.origin()));
            if (form.isTicked("accept")) {
                accept(call, form, offer, link.get());
            } else {
                offer(call, offer, link.get());
            }
        });
        if (!isAlive) {
            screens.again(call, form, new InvitationLinkView(form.view()));
        }
    }

    private void offer(Call call, ShowInvitation.Offer offer, SecretText link) {
        FormView form = FormView.of(Map.of(
                LinkSecrets.FIELD, link.reveal(), USERNAME, offer.username().value()));
        screens.show(call, view(offer, form));
    }

    private InvitationView view(ShowInvitation.Offer offer, FormView form) {
        String place = offer.organization();
        return new InvitationView(
                form, place == null ? "Roster" : place, offer.email().value(), times.shown(offer.expiresAt()));
    }

    private void accept(Call call, TypedForm form, ShowInvitation.Offer offer, SecretText link) {
        Field<Username> username = form.value(USERNAME, Username::new);
        Field<PersonName> first = form.optional("first_name", ProfileField.FIRST_NAME::parse);
        Field<PersonName> last = form.optional("last_name", ProfileField.LAST_NAME::parse);
        Field<Password> password = ChosenPasswords.read(form);
        boolean isIn = form.takes(() -> sessions.open(
                call,
                acceptInvitation.handle(AcceptInvitation.Command.of(link, password.get(), call.origin())
                        .withUsername(username.get())
                        .withProfile(ProfileChange.none()
                                .withGiven(ProfileField.FIRST_NAME, first.orNull())
                                .withGiven(ProfileField.LAST_NAME, last.orNull()))),
                false));
        if (isIn) {
            screens.moveOn(call, "/", "welcome");
        } else {
            screens.again(call, form, view(offer, form.view()));
        }
    }
}

package dev.roster.http.api;

import dev.roster.application.ProfileChange;
import dev.roster.application.invitation.AcceptInvitation;
import dev.roster.application.invitation.ConfirmSignUp;
import dev.roster.application.invitation.ShowInvitation;
import dev.roster.application.invitation.SignUp;
import dev.roster.domain.credential.Password;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.Profile;
import dev.roster.domain.user.Username;
import dev.roster.http.web.Call;
import dev.roster.http.web.JsonObject;
import dev.roster.http.web.RouteGroup;
import dev.roster.http.web.Routes;
import dev.roster.http.web.Shape;
import jakarta.inject.Inject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Coming in by oneself, with what a link holds. The secret comes in the body, so that no log keeps it. */
final class JoiningRoutes implements RouteGroup {
    private record OfferJson(
            String email, String username, @Nullable String organization, Instant expiresAt) {
        static OfferJson of(ShowInvitation.Offer offer) {
            return new OfferJson(
                    offer.email().value(), offer.username().value(), offer.organization(), offer.expiresAt());
        }
    }

    private static final Shape<OfferJson> OFFER = Shape.of(OfferJson.class);

    private final ShowInvitation showInvitation;
    private final AcceptInvitation acceptInvitation;
    private final SignUp signUp;
    private final ConfirmSignUp confirmSignUp;

    @Inject
    JoiningRoutes(
            ShowInvitation showInvitation,
            AcceptInvitation acceptInvitation,
            SignUp signUp,
            ConfirmSignUp confirmSignUp) {
        this.showInvitation = showInvitation;
        this.acceptInvitation = acceptInvitation;
        this.signUp = signUp;
        this.confirmSignUp = confirmSignUp;
    }

    @Override
    public void register(Routes routes) {
        routes.post("/invitations/show", this::show).open();
        routes.post("/invitations/accept", this::accept).open();
        routes.post("/sign-up", this::signUp).open();
        routes.post("/sign-up/confirmation", this::confirm).open();
    }

    private void show(Call call) {
        SecretText token = call.body("token").require("token", SecretText::new);
        call.answer(OFFER, OfferJson.of(showInvitation.handle(new ShowInvitation.Query(token, call.origin()))));
    }

    private void accept(Call call) {
        JsonObject body = ProfileFields.WITHOUT_PHONE.body(call, "token", "username", "password");
        SecretText token = body.require("token", SecretText::new);
        Username username = body.optional("username", Username::new);
        ProfileChange profile = ProfileFields.WITHOUT_PHONE.given(body);
        Password password = body.require("password", Password::chosen);
        AcceptInvitation.Command command = AcceptInvitation.Command.of(token, password, call.origin())
                .withUsername(username)
                .withProfile(profile);
        call.answer(201, OpenedJson.SHAPE, OpenedJson.of(acceptInvitation.handle(command)));
    }

    private void signUp(Call call) {
        JsonObject body = ProfileFields.OF_SIGN_UPS.body(call, "token", "username", "email", "password");
        SecretText link = body.optional("token", SecretText::new);
        Username username = body.require("username", Username::new);
        EmailAddress email = body.optional("email", EmailAddress::new);
        Profile profile = ProfileFields.OF_SIGN_UPS.given(body).applyTo(Profile.named(username));
        Password password = body.require("password", Password::chosen);
        SignUp.Command command = SignUp.Command.of(username, password, call.origin())
                .withLink(link)
                .withEmail(email)
                .withProfile(profile);
        signUp.handle(command)
                .ifPresentOrElse(
                        opened -> call.answer(201, OpenedJson.SHAPE, OpenedJson.of(opened)),
                        () -> call.context().status(202));
    }

    private void confirm(Call call) {
        JsonObject body = call.body("token", "password", "username");
        ConfirmSignUp.Command command = ConfirmSignUp.Command.of(
                        body.require("token", SecretText::new),
                        body.require("password", Password::attempted),
                        call.origin())
                .withUsername(body.optional("username", Username::new));
        call.answer(201, OpenedJson.SHAPE, OpenedJson.of(confirmSignUp.handle(command)));
    }
}

package dev.roster.http.api;

import dev.roster.application.credential.CompletePasswordReset;
import dev.roster.application.credential.GiveTemporaryPassword;
import dev.roster.application.credential.OtherCredentials;
import dev.roster.application.credential.ReplaceTemporaryPassword;
import dev.roster.application.credential.RequestPasswordReset;
import dev.roster.application.credential.SendPasswordLink;
import dev.roster.domain.credential.Password;
import dev.roster.domain.credential.SecretText;
import dev.roster.http.web.Call;
import dev.roster.http.web.JsonObject;
import dev.roster.http.web.RouteGroup;
import dev.roster.http.web.Routes;
import dev.roster.http.web.Shape;
import jakarta.inject.Inject;
import java.time.Instant;

/** Passwords that were forgotten, and passwords that others gave. */
final class PasswordRoutes implements RouteGroup {
    private record GivenJson(UserJson user, String temporaryPassword, Instant expiresAt) {
        static GivenJson of(GiveTemporaryPassword.Given given) {
            return new GivenJson(UserJson.of(given.user()), given.password().reveal(), given.until());
        }
    }

    private record HandedOverJson(UserJson user, String url, Instant expiresAt) {
        static HandedOverJson of(SendPasswordLink.HandedOver given) {
            return new HandedOverJson(UserJson.of(given.user()), given.link(), given.until());
        }
    }

    /** What ended and what stays, without saying whose it is: the link may have been found. */
    private record SettledJson(int sessionsEnded, int keysEnded, int keysLeft, int serviceKeysLeft, String userToken) {
        static SettledJson of(OtherCredentials.Settled settled) {
            return new SettledJson(
                    settled.sessionsEnded(),
                    settled.keysEnded(),
                    settled.keysLeft(),
                    settled.serviceKeysLeft(),
                    settled.userToken().word());
        }
    }

    private static final Shape<SettledJson> SETTLED = Shape.of(SettledJson.class);
    private static final Shape<GivenJson> GIVEN = Shape.of(GivenJson.class);
    private static final Shape<HandedOverJson> HANDED_OVER = Shape.of(HandedOverJson.class);

    private final GiveTemporaryPassword giveTemporaryPassword;
    private final ReplaceTemporaryPassword replaceTemporaryPassword;
    private final SendPasswordLink sendPasswordLink;
    private final RequestPasswordReset requestReset;
    private final CompletePasswordReset completeReset;

    @Inject
    PasswordRoutes(
            GiveTemporaryPassword giveTemporaryPassword,
            ReplaceTemporaryPassword replaceTemporaryPassword,
            SendPasswordLink sendPasswordLink,
            RequestPasswordReset requestReset,
            CompletePasswordReset completeReset) {
        this.giveTemporaryPassword = giveTemporaryPassword;
        this.replaceTemporaryPassword = replaceTemporaryPassword;
        this.sendPasswordLink = sendPasswordLink;
        this.requestReset = requestReset;
        this.completeReset = completeReset;
    }

    @Override
    public void register(Routes routes) {
        routes.post("/users/{user_id}/temporary-password", this::give);
        routes.post("/users/{user_id}/password-link", this::sendLink);
        routes.post("/users/{user_id}/password-link/hand-over", this::handOver);
        routes.post("/sessions/temporary-password", this::replace).open();
        routes.post("/password-resets", this::request).open();
        routes.post("/password-resets/complete", this::complete).open();
    }

    private void give(Call call) {
        call.answer(201, GIVEN, GivenJson.of(giveTemporaryPassword.handle(call.caller(), UserRoutes.id(call))));
    }

    /** The link is in the mail alone, so nothing of it is told here. */
    private void sendLink(Call call) {
        sendPasswordLink.handle(call.caller(), UserRoutes.id(call));
        call.accepted();
    }

    private void handOver(Call call) {
        call.answer(
                201, HANDED_OVER, HandedOverJson.of(sendPasswordLink.toHandOver(call.caller(), UserRoutes.id(call))));
    }

    private void replace(Call call) {
        JsonObject body = call.body("login", "temporary_password", "password");
        ReplaceTemporaryPassword.Command command = new ReplaceTemporaryPassword.Command(
                body.require("login"),
                body.require("temporary_password", Password::attempted),
                body.require("password", Password::chosen),
                call.origin());
        call.answer(201, OpenedJson.SHAPE, OpenedJson.of(replaceTemporaryPassword.handle(command)));
    }

    private void request(Call call) {
        requestReset.handle(new RequestPasswordReset.Command(call.body("login").require("login"), call.origin()));
        call.accepted();
    }

    private void complete(Call call) {
        JsonObject body = call.body("token", "password", "end_keys", "renew_token");
        CompletePasswordReset.Command command = new CompletePasswordReset.Command(
                body.require("token", SecretText::new),
                body.require("password", Password::chosen),
                new OtherCredentials.Wish(isSet(body, "end_keys"), isSet(body, "renew_token")),
                call.origin());
        call.answer(SETTLED, SettledJson.of(completeReset.handle(command).others()));
    }

    private static boolean isSet(JsonObject body, String flag) {
        return Boolean.TRUE.equals(body.optionalFlag(flag));
    }
}

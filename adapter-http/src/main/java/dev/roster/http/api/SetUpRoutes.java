package dev.roster.http.api;

import dev.roster.application.instance.ClaimSetUp;
import dev.roster.application.user.CreateUser;
import dev.roster.domain.credential.Password;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.user.Username;
import dev.roster.http.web.Call;
import dev.roster.http.web.JsonObject;
import dev.roster.http.web.RouteGroup;
import dev.roster.http.web.Routes;
import dev.roster.http.web.Shape;
import jakarta.inject.Inject;

/** The first owner of an empty installation. */
final class SetUpRoutes implements RouteGroup {
    private record SetUpJson(UserJson user, String userToken) {}

    private static final Shape<SetUpJson> SHAPE = Shape.of(SetUpJson.class);

    private final ClaimSetUp claimSetUp;

    @Inject
    SetUpRoutes(ClaimSetUp claimSetUp) {
        this.claimSetUp = claimSetUp;
    }

    @Override
    public void register(Routes routes) {
        routes.post("/set-up", this::claim).open();
    }

    private void claim(Call call) {
        JsonObject body = call.body("link", "username", "password");
        CreateUser.Created created = claimSetUp.handle(new ClaimSetUp.Command(
                body.require("link", SecretText::new),
                body.require("username", Username::new),
                body.require("password", Password::chosen),
                call.origin()));
        call.created(
                "/v1/users/" + created.user().id(),
                SHAPE,
                new SetUpJson(UserJson.of(created.user()), created.token().reveal()));
    }
}

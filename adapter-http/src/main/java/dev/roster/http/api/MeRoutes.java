package dev.roster.http.api;

import dev.roster.application.ProfileChange;
import dev.roster.application.access.Caller;
import dev.roster.application.credential.ChangePassword;
import dev.roster.application.credential.RenewToken;
import dev.roster.application.credential.ShowToken;
import dev.roster.application.membership.LeavePlace;
import dev.roster.application.user.ShowMe;
import dev.roster.application.user.UpdateUser;
import dev.roster.domain.RefusedException;
import dev.roster.domain.credential.Password;
import dev.roster.domain.membership.Place;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.user.UserId;
import dev.roster.domain.workspace.WorkspaceId;
import dev.roster.http.web.Call;
import dev.roster.http.web.JsonObject;
import dev.roster.http.web.RouteGroup;
import dev.roster.http.web.Routes;
import dev.roster.http.web.Shape;
import jakarta.inject.Inject;

/** What a caller may do with their own account. */
final class MeRoutes implements RouteGroup {
    private record Token(String userToken) {}

    private static final Shape<Token> TOKEN = Shape.of(Token.class);

    private final ShowMe showMe;
    private final UpdateUser updateUser;
    private final ChangePassword changePassword;
    private final ShowToken showToken;
    private final RenewToken renewToken;
    private final LeavePlace leavePlace;

    @Inject
    MeRoutes(
            ShowMe showMe,
            UpdateUser updateUser,
            ChangePassword changePassword,
            ShowToken showToken,
            RenewToken renewToken,
            LeavePlace leavePlace) {
        this.showMe = showMe;
        this.updateUser = updateUser;
        this.changePassword = changePassword;
        this.showToken = showToken;
        this.renewToken = renewToken;
        this.leavePlace = leavePlace;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/me", this::show);
        routes.patch("/me", this::update);
        routes.put("/me/password", this::changePassword);
        routes.get("/me/token", this::showToken);
        routes.post("/me/token", this::renewToken);
        routes.post("/me/token/reveal", this::revealToken);
        routes.delete("/me/workspaces/{workspace_id}", this::leaveWorkspace);
        routes.delete("/me/organizations/{organization_id}", this::leaveOrganization);
    }

    /** The caller's own id; every caller of this door has one. */
    static UserId own(Caller caller) {
        if (caller.user() == null) {
            throw RefusedException.forbidden("this request has no account");
        }
        return caller.user().id();
    }

    private void show(Call call) {
        call.answer(UserJson.SHAPE, UserJson.of(showMe.handle(call.caller())));
    }

    private void update(Call call) {
        ProfileChange wanted = ProfileFields.ALL.changes(ProfileFields.ALL.body(call));
        UpdateUser.Command command = UpdateUser.Command.of(own(call.caller())).withProfile(wanted);
        call.answer(UserJson.SHAPE, UserJson.of(updateUser.handle(call.caller(), command)));
    }

    private void changePassword(Call call) {
        JsonObject body = call.body("current_password", "password");
        changePassword.handle(
                call.caller(),
                new ChangePassword.Command(
                        body.require("current_password", Password::attempted),
                        body.require("password", Password::chosen)));
        call.noContent();
    }

    private void showToken(Call call) {
        call.answer(TOKEN, new Token(showToken.handle(call.caller(), null).reveal()));
    }

    private void revealToken(Call call) {
        Password password = call.body("password").require("password", Password::attempted);
        call.answer(TOKEN, new Token(showToken.own(call.caller(), password).reveal()));
    }

    private void leaveWorkspace(Call call) {
        leavePlace.handle(call.caller(), Place.of(call.path("workspace_id", WorkspaceId::parse)));
        call.noContent();
    }

    private void leaveOrganization(Call call) {
        leavePlace.handle(call.caller(), Place.of(call.path("organization_id", OrganizationId::parse)));
        call.noContent();
    }

    private void renewToken(Call call) {
        call.answer(
                201,
                TOKEN,
                new Token(renewToken
                        .handle(call.caller(), RenewToken.Command.own())
                        .reveal()));
    }
}

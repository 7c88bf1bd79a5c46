package dev.roster.http.labelstudio;

import dev.roster.application.credential.RenewToken;
import dev.roster.application.credential.ShowToken;
import dev.roster.application.user.ShowMe;
import dev.roster.domain.credential.TokenForm;
import dev.roster.http.web.Call;
import dev.roster.http.web.RouteGroup;
import dev.roster.http.web.Routes;
import jakarta.inject.Inject;
import java.util.Map;

/** What callers ask about themselves (contract §4.1). */
final class MeRoutes implements RouteGroup {
    private final ShowMe showMe;
    private final ShowToken showToken;
    private final RenewToken renewToken;
    private final ActiveOrganization active;
    private final CallerPermissions permissions;
    private final ShownUsers shownUsers;

    @Inject
    MeRoutes(
            ShowMe showMe,
            ShowToken showToken,
            RenewToken renewToken,
            ActiveOrganization active,
            CallerPermissions permissions,
            ShownUsers shownUsers) {
        this.showMe = showMe;
        this.showToken = showToken;
        this.renewToken = renewToken;
        this.active = active;
        this.permissions = permissions;
        this.shownUsers = shownUsers;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/api/current-user/whoami", this::whoAmI);
        routes.get("/api/current-user/token", this::token);
        routes.post("/api/current-user/reset-token", this::resetToken);
        routes.get("/api/current-user", call -> Json.answer(call, self(call)));
    }

    private Map<String, Object> self(Call call) {
        return shownUsers.of(call, showMe.handle(call.caller()));
    }

    private void whoAmI(Call call) {
        Map<String, Object> shown = self(call);
        shown.put("permissions", permissions.of(call.caller(), active.of(call)));
        Json.answer(call, shown);
    }

    /** Not for API keys and access tokens, which end before it does. */
    private void token(Call call) {
        Json.answer(call, Map.of("token", showToken.handle(call.caller(), null).reveal()));
    }

    private void resetToken(Call call) {
        Json.answer(
                call,
                201,
                Map.of(
                        "token",
                        renewToken
                                .handle(call.caller(), RenewToken.Command.own().withForm(TokenForm.HEX40))
                                .reveal()));
    }
}

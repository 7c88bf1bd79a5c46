package dev.roster.http.argilla;

import dev.roster.application.access.Caller;
import dev.roster.application.credential.RenewToken;
import dev.roster.application.user.ShowMe;
import dev.roster.application.workspace.ListWorkspaces;
import dev.roster.domain.credential.UserToken;
import dev.roster.domain.workspace.Workspace;
import dev.roster.http.dialect.ListStream;
import dev.roster.http.web.Call;
import dev.roster.http.web.RouteGroup;
import dev.roster.http.web.Routes;
import jakarta.inject.Inject;
import java.util.List;

/** What callers ask about themselves. */
final class MeRoutes implements RouteGroup {
    private static final ListStream<WorkspaceJson> WORKSPACES = ListStream.wrapped(WorkspaceJson.SHAPE);

    private final ShowMe showMe;
    private final RenewToken renewToken;
    private final ListWorkspaces listWorkspaces;
    private final ShownUsers shownUsers;

    @Inject
    MeRoutes(ShowMe showMe, RenewToken renewToken, ListWorkspaces listWorkspaces, ShownUsers shownUsers) {
        this.showMe = showMe;
        this.renewToken = renewToken;
        this.listWorkspaces = listWorkspaces;
        this.shownUsers = shownUsers;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/api/v1/me", this::show);
        routes.get("/api/v1/me/workspaces", this::workspaces);
        routes.post("/api/v1/me/api-key", this::renewKey);
    }

    private void show(Call call) {
        Caller caller = call.caller();
        call.answer(UserJson.SHAPE, UserJson.of(shownUsers.of(caller, showMe.handle(caller))));
    }

    private void workspaces(Call call) {
        WORKSPACES.answer(
                call, page -> listWorkspaces.handle(call.caller(), ListWorkspaces.Query.all(), page), MeRoutes::shown);
    }

    static List<WorkspaceJson> shown(List<Workspace> workspaces) {
        return workspaces.stream().map(WorkspaceJson::of).toList();
    }

    /** Roster's own: the original cannot change a key. */
    private void renewKey(Call call) {
        Caller caller = call.caller();
        UserToken key = renewToken.handle(caller, RenewToken.Command.own());
        call.answer(201, UserJson.SHAPE, UserJson.of(shownUsers.withKey(caller, showMe.handle(caller), key)));
    }
}

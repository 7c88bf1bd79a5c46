package dev.roster.http.argilla;

import dev.roster.application.access.Caller;
import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.UserFilter;
import dev.roster.application.user.CreateUser;
import dev.roster.application.user.DeleteUser;
import dev.roster.application.user.ListUsers;
import dev.roster.application.user.ShowMe;
import dev.roster.application.workspace.FindWorkspace;
import dev.roster.application.workspace.ListWorkspacesOfUser;
import dev.roster.domain.RefusedException.Kind;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.workspace.Workspace;
import dev.roster.domain.workspace.WorkspaceId;
import dev.roster.http.dialect.Inputs;
import dev.roster.http.dialect.ListStream;
import dev.roster.http.dialect.PermissionFirst;
import dev.roster.http.dialect.Translated;
import dev.roster.http.web.Call;
import dev.roster.http.web.RouteGroup;
import dev.roster.http.web.Routes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Users in {@code /api} of the 1.x SDKs. Success is 200 whatever was done. */
final class LegacyUserRoutes implements RouteGroup {
    private static final ListStream<LegacyUserJson> USERS = ListStream.bare(LegacyUserJson.SHAPE);

    private final ShowMe showMe;
    private final ListUsers listUsers;
    private final CreateUser createUser;
    private final DeleteUser deleteUser;
    private final FindWorkspace findWorkspace;
    private final ListWorkspacesOfUser listWorkspaces;
    private final ShownUsers shownUsers;
    private final LegacyUsers legacyUsers;
    private final PermissionFirst permissionFirst;

    @Inject
    LegacyUserRoutes(
            ShowMe showMe,
            ListUsers listUsers,
            CreateUser createUser,
            DeleteUser deleteUser,
            FindWorkspace findWorkspace,
            ListWorkspacesOfUser listWorkspaces,
            ShownUsers shownUsers,
            LegacyUsers legacyUsers,
            PermissionFirst permissionFirst) {
        this.showMe = showMe;
        this.listUsers = listUsers;
        this.createUser = createUser;
        this.deleteUser = deleteUser;
        this.findWorkspace = findWorkspace;
        this.listWorkspaces = listWorkspaces;
        this.shownUsers = shownUsers;
        this.legacyUsers = legacyUsers;
        this.permissionFirst = permissionFirst;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/api/me", this::me);
        routes.get("/api/users", this::list);
        routes.post("/api/users", this::create);
        routes.delete("/api/users/{user_id}", this::delete);
    }

    /** Here alone an owner is said to be in every workspace. */
    private void me(Call call) {
        Caller caller = call.caller();
        User me = showMe.handle(caller);
        List<String> names = new ArrayList<>();
        Page<Workspace> page = listWorkspaces.orAll(caller, me.id(), PageRequest.first(PageRequest.MOST));
        page.items().forEach(workspace -> names.add(workspace.name().value()));
        for (Long next = page.next(); next != null; next = page.next()) {
            page = listWorkspaces.orAll(caller, me.id(), new PageRequest(next, PageRequest.MOST));
            page.items().forEach(workspace -> names.add(workspace.name().value()));
        }
        call.answer(LegacyUserJson.SHAPE, LegacyUserJson.of(shownUsers.of(caller, me), names));
    }

    private void list(Call call) {
        Caller caller = call.caller();
        USERS.answer(
                call, page -> listUsers.handle(caller, UserFilter.all(), page), users -> legacyUsers.of(caller, users));
    }

    private void create(Call call) {
        Caller caller = call.caller();
        Inputs inputs = Inputs.withBody(call);
        NewUser user = NewUser.read(inputs);
        List<String> names = inputs.optionalTexts("workspaces");
        inputs.check();
        permissionFirst.requireEverywhere(caller, RosterPermission.USER_CREATE);
        List<WorkspaceId> workspaces =
                names.stream().distinct().map(name -> named(caller, name)).toList();
        CreateUser.Created created = Translated.on(
                Kind.CONFLICT,
                () -> createUser.handle(caller, user.command(workspaces)),
                taken -> LegacyRefusals.exists(
                        LegacyRefusals.USER, user.username().get()));
        call.answer(LegacyUserJson.SHAPE, legacyUsers.of(caller, shownUsers.created(caller, created)));
    }

    private WorkspaceId named(Caller caller, String name) {
        return Translated.on(
                Kind.NOT_FOUND,
                () -> findWorkspace.byName(caller, name).id(),
                missing -> Refusal.text(422, "Workspace '" + name + "' does not exist"));
    }

    private void delete(Call call) {
        Caller caller = call.caller();
        UserId id = UserRoutes.id(call);
        User deleted = Translated.on(
                Kind.NOT_FOUND,
                () -> deleteUser.handle(caller, id),
                missing -> LegacyRefusals.notFound(LegacyRefusals.USER, id));
        call.answer(LegacyUserJson.SHAPE, LegacyUserJson.of(shownUsers.of(caller, deleted), List.of()));
    }
}

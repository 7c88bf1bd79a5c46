package dev.roster.http.argilla;

import dev.roster.application.access.Caller;
import dev.roster.application.membership.AddMember;
import dev.roster.application.membership.ListMembers;
import dev.roster.application.membership.RemoveMember;
import dev.roster.application.paging.Page;
import dev.roster.application.port.Memberships;
import dev.roster.application.workspace.CreateWorkspace;
import dev.roster.domain.RefusedException;
import dev.roster.domain.RefusedException.Kind;
import dev.roster.domain.membership.Place;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.workspace.Workspace;
import dev.roster.domain.workspace.WorkspaceId;
import dev.roster.domain.workspace.WorkspaceName;
import dev.roster.http.dialect.Field;
import dev.roster.http.dialect.Inputs;
import dev.roster.http.dialect.ListStream;
import dev.roster.http.dialect.PermissionFirst;
import dev.roster.http.dialect.TextRule;
import dev.roster.http.dialect.Translated;
import dev.roster.http.web.Call;
import dev.roster.http.web.RouteGroup;
import dev.roster.http.web.Routes;
import dev.roster.http.web.Shape;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** Workspaces, their members and datasets in {@code /api} of the 1.x SDKs. Success is 200 whatever was done. */
final class LegacyWorkspaceRoutes implements RouteGroup {
    private static final ListStream<LegacyUserJson> USERS = ListStream.bare(LegacyUserJson.SHAPE);
    private static final ListStream<Map<String, Object>> NOTHING = ListStream.bare(Shape.ofObject());

    private final CreateWorkspace createWorkspace;
    private final ListMembers listMembers;
    private final AddMember addMember;
    private final RemoveMember removeMember;
    private final LegacyUsers legacyUsers;
    private final PermissionFirst permissionFirst;

    @Inject
    LegacyWorkspaceRoutes(
            CreateWorkspace createWorkspace,
            ListMembers listMembers,
            AddMember addMember,
            RemoveMember removeMember,
            LegacyUsers legacyUsers,
            PermissionFirst permissionFirst) {
        this.createWorkspace = createWorkspace;
        this.listMembers = listMembers;
        this.addMember = addMember;
        this.removeMember = removeMember;
        this.legacyUsers = legacyUsers;
        this.permissionFirst = permissionFirst;
    }

    @Override
    public void register(Routes routes) {
        routes.post("/api/workspaces", this::create);
        routes.get("/api/workspaces/{workspace_id}/users", this::listMembers);
        routes.post("/api/workspaces/{workspace_id}/users/{user_id}", this::addMember);
        routes.delete("/api/workspaces/{workspace_id}/users/{user_id}", this::removeMember);
        routes.get("/api/datasets", this::datasets);
    }

    private void create(Call call) {
        Caller caller = call.caller();
        Inputs inputs = Inputs.withBody(call);
        Field<WorkspaceName> name = inputs.text("name", TextRule.FILLED, WorkspaceName::new);
        inputs.check();
        Workspace created = Translated.on(
                Kind.CONFLICT,
                () -> createWorkspace.handle(caller, CreateWorkspace.Command.named(name.get())),
                taken -> LegacyRefusals.exists(LegacyRefusals.WORKSPACE, name.get()));
        call.answer(WorkspaceJson.SHAPE, WorkspaceJson.of(created));
    }

    private void listMembers(Call call) {
        Caller caller = call.caller();
        WorkspaceId workspace = WorkspaceRoutes.id(call);
        USERS.answer(
                call,
                page -> permissionFirst.orElse(
                        caller,
                        RosterPermission.MEMBER_READ,
                        () -> listMembers.handle(caller, Place.of(workspace), page),
                        missing -> LegacyRefusals.notFound(LegacyRefusals.WORKSPACE, workspace)),
                members -> shown(caller, members));
    }

    private List<LegacyUserJson> shown(Caller caller, List<Memberships.Member> members) {
        return legacyUsers.of(
                caller, members.stream().map(Memberships.Member::user).toList());
    }

    private void addMember(Call call) {
        Caller caller = call.caller();
        RemoveMember.Command named = named(call);
        AddMember.Command command = new AddMember.Command(named.place(), named.user(), null);
        Memberships.Member added = permissionFirst.orElse(
                caller,
                RosterPermission.MEMBER_ADD,
                () -> Translated.on(
                        Kind.CONFLICT,
                        () -> addMember.handle(caller, command),
                        taken -> LegacyRefusals.exists(LegacyRefusals.USER, command.user())),
                missing -> missing(command, missing));
        call.answer(LegacyUserJson.SHAPE, legacyUsers.of(caller, added.user()));
    }

    private static Refusal missing(AddMember.Command command, RefusedException refusal) {
        return "user".equals(refusal.field())
                ? LegacyRefusals.notFound(LegacyRefusals.USER, command.user())
                : LegacyRefusals.notFound(
                        LegacyRefusals.WORKSPACE, command.place().id());
    }

    private void removeMember(Call call) {
        Caller caller = call.caller();
        RemoveMember.Command command = named(call);
        User removed = Translated.on(
                Kind.NOT_FOUND,
                () -> removeMember.handle(caller, command),
                missing -> LegacyRefusals.notFound(LegacyRefusals.USER, command.user()));
        call.answer(LegacyUserJson.SHAPE, legacyUsers.of(caller, removed));
    }

    private static RemoveMember.Command named(Call call) {
        Inputs inputs = Inputs.of(call);
        Field<WorkspaceId> workspace = inputs.path("workspace_id", WorkspaceId::new);
        Field<UserId> user = inputs.path("user_id", UserId::new);
        inputs.check();
        return new RemoveMember.Command(Place.of(workspace.get()), user.get());
    }

    /** The datasets of 1.x servers are of a kind that Roster does not keep. */
    private void datasets(Call call) {
        NOTHING.answer(call, page -> new Page<>(List.<Object>of(), null), none -> List.of());
    }
}

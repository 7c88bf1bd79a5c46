package dev.roster.http.argilla;

import dev.roster.application.access.Caller;
import dev.roster.application.membership.AddMember;
import dev.roster.application.membership.ListMembers;
import dev.roster.application.membership.RemoveMember;
import dev.roster.application.port.Memberships;
import dev.roster.domain.RefusedException;
import dev.roster.domain.RefusedException.Kind;
import dev.roster.domain.membership.Place;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.workspace.WorkspaceId;
import dev.roster.http.dialect.Field;
import dev.roster.http.dialect.Inputs;
import dev.roster.http.dialect.ListStream;
import dev.roster.http.dialect.PermissionFirst;
import dev.roster.http.dialect.Translated;
import dev.roster.http.web.Call;
import dev.roster.http.web.RouteGroup;
import dev.roster.http.web.Routes;
import jakarta.inject.Inject;
import java.util.List;

/** The members of workspaces in {@code /api/v1}. */
final class MemberRoutes implements RouteGroup {
    private static final ListStream<UserJson> USERS = ListStream.wrapped(UserJson.SHAPE);

    private final ListMembers listMembers;
    private final AddMember addMember;
    private final RemoveMember removeMember;
    private final ShownUsers shownUsers;
    private final PermissionFirst permissionFirst;

    @Inject
    MemberRoutes(
            ListMembers listMembers,
            AddMember addMember,
            RemoveMember removeMember,
            ShownUsers shownUsers,
            PermissionFirst permissionFirst) {
        this.listMembers = listMembers;
        this.addMember = addMember;
        this.removeMember = removeMember;
        this.shownUsers = shownUsers;
        this.permissionFirst = permissionFirst;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/api/v1/workspaces/{workspace_id}/users", this::list);
        routes.post("/api/v1/workspaces/{workspace_id}/users", this::add);
        routes.delete("/api/v1/workspaces/{workspace_id}/users/{user_id}", this::remove);
    }

    private void list(Call call) {
        Caller caller = call.caller();
        WorkspaceId workspace = WorkspaceRoutes.id(call);
        USERS.answer(
                call,
                page -> permissionFirst.orElse(
                        caller,
                        RosterPermission.MEMBER_READ,
                        () -> listMembers.handle(caller, Place.of(workspace), page),
                        missing -> Refusal.notFound(WorkspaceRoutes.ENTITY, workspace)),
                members -> shown(caller, members));
    }

    private List<UserJson> shown(Caller caller, List<Memberships.Member> members) {
        List<User> users = members.stream().map(Memberships.Member::user).toList();
        return shownUsers.of(caller, users).stream().map(UserJson::of).toList();
    }

    private void add(Call call) {
        Caller caller = call.caller();
        Inputs inputs = Inputs.withBody(call);
        Field<WorkspaceId> workspace = inputs.path("workspace_id", WorkspaceId::new);
        Field<UserId> user = inputs.id("user_id", UserId::new);
        inputs.check();
        AddMember.Command command = new AddMember.Command(Place.of(workspace.get()), user.get(), null);
        Memberships.Member added = permissionFirst.orElse(
                caller,
                RosterPermission.MEMBER_ADD,
                () -> Translated.on(
                        Kind.CONFLICT, () -> addMember.handle(caller, command), taken -> notUnique(command)),
                missing -> missing(command, missing));
        call.answer(201, UserJson.SHAPE, UserJson.of(shownUsers.of(caller, added.user())));
    }

    private static Refusal notUnique(AddMember.Command command) {
        return Refusal.text(
                409,
                "Workspace user with workspace_id `" + command.place().id() + "` and user_id `" + command.user()
                        + "` is not unique");
    }

    /** An unknown workspace is not found; an unknown user is a bad input. */
    private static Refusal missing(AddMember.Command command, RefusedException refusal) {
        return "user".equals(refusal.field())
                ? Refusal.text(422, Refusal.unknown("User", command.user()))
                : Refusal.notFound(WorkspaceRoutes.ENTITY, command.place().id());
    }

    private void remove(Call call) {
        Caller caller = call.caller();
        Inputs inputs = Inputs.of(call);
        Field<WorkspaceId> workspace = inputs.path("workspace_id", WorkspaceId::new);
        Field<UserId> user = inputs.path("user_id", UserId::new);
        inputs.check();
        RemoveMember.Command command = new RemoveMember.Command(Place.of(workspace.get()), user.get());
        User removed =
                Translated.on(Kind.NOT_FOUND, () -> removeMember.handle(caller, command), missing -> noMember(command));
        call.answer(UserJson.SHAPE, UserJson.of(shownUsers.of(caller, removed)));
    }

    private static Refusal noMember(RemoveMember.Command command) {
        return Refusal.text(
                404,
                "WorkspaceUser not found filtering by workspace_id="
                        + command.place().id() + ", user_id=" + command.user());
    }
}

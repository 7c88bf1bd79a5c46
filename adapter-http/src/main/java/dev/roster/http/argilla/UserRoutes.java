package dev.roster.http.argilla;

import dev.roster.application.access.Caller;
import dev.roster.application.port.UserFilter;
import dev.roster.application.user.CreateUser;
import dev.roster.application.user.DeleteUser;
import dev.roster.application.user.FindUser;
import dev.roster.application.user.ListUsers;
import dev.roster.application.user.UpdateUser;
import dev.roster.application.workspace.ListWorkspacesOfUser;
import dev.roster.domain.RefusedException;
import dev.roster.domain.RefusedException.Kind;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.Username;
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

/** Users in {@code /api/v1}: for owners, and nobody's own account by id. */
final class UserRoutes implements RouteGroup {
    private static final ListStream<UserJson> USERS = ListStream.wrapped(UserJson.SHAPE);
    private static final ListStream<WorkspaceJson> WORKSPACES = ListStream.wrapped(WorkspaceJson.SHAPE);

    private final ListUsers listUsers;
    private final FindUser findUser;
    private final CreateUser createUser;
    private final UpdateUser updateUser;
    private final DeleteUser deleteUser;
    private final ListWorkspacesOfUser listWorkspaces;
    private final ShownUsers shownUsers;
    private final PermissionFirst permissionFirst;

    @Inject
    UserRoutes(
            ListUsers listUsers,
            FindUser findUser,
            CreateUser createUser,
            UpdateUser updateUser,
            DeleteUser deleteUser,
            ListWorkspacesOfUser listWorkspaces,
            ShownUsers shownUsers,
            PermissionFirst permissionFirst) {
        this.listUsers = listUsers;
        this.findUser = findUser;
        this.createUser = createUser;
        this.updateUser = updateUser;
        this.deleteUser = deleteUser;
        this.listWorkspaces = listWorkspaces;
        this.shownUsers = shownUsers;
        this.permissionFirst = permissionFirst;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/api/v1/users", this::list);
        routes.post("/api/v1/users", this::create);
        routes.get("/api/v1/users/{user_id}", this::show);
        routes.patch("/api/v1/users/{user_id}", this::update);
        routes.delete("/api/v1/users/{user_id}", this::delete);
        routes.get("/api/v1/users/{user_id}/workspaces", this::workspaces);
    }

    private void list(Call call) {
        USERS.answer(
                call,
                page -> listUsers.handle(call.caller(), UserFilter.all(), page),
                users -> shown(call.caller(), users));
    }

    private List<UserJson> shown(Caller caller, List<User> users) {
        return shownUsers.of(caller, users).stream().map(UserJson::of).toList();
    }

    private void create(Call call) {
        Caller caller = call.caller();
        Inputs inputs = Inputs.withBody(call);
        NewUser user = NewUser.read(inputs);
        inputs.check();
        CreateUser.Command command = user.command(List.of());
        CreateUser.Created created = Translated.on(
                Kind.CONFLICT, () -> createUser.handle(caller, command), taken -> notUnique(caller, command, taken));
        call.answer(201, UserJson.SHAPE, UserJson.of(shownUsers.created(caller, created)));
    }

    /** Where both are taken the original names the username, whichever the store met first. */
    private Refusal notUnique(Caller caller, CreateUser.Command command, RefusedException taken) {
        boolean onlyId = "id".equals(taken.field())
                && Translated.isMissing(
                        () -> findUser.byLogin(caller, command.username().value()));
        return Refusal.text(
                409,
                onlyId
                        ? "User with id `" + command.id() + "` is not unique"
                        : "User username `" + command.username() + "` is not unique");
    }

    private void show(Call call) {
        Caller caller = call.caller();
        UserId id = id(call);
        permissionFirst.requireEverywhere(caller, RosterPermission.USER_READ);
        User user = found(id, caller);
        call.answer(UserJson.SHAPE, UserJson.of(shownUsers.of(caller, user)));
    }

    private User found(UserId id, Caller caller) {
        return Translated.on(
                Kind.NOT_FOUND, () -> findUser.handle(caller, id), missing -> Refusal.notFound("User", id));
    }

    private void update(Call call) {
        Caller caller = call.caller();
        Inputs inputs = Inputs.withBody(call);
        Field<UserId> id = inputs.path("user_id", UserId::new);
        ChangedUser changed = ChangedUser.read(inputs);
        inputs.check();
        User before = found(id.get(), caller);
        permissionFirst.requireEverywhere(caller, RosterPermission.USER_UPDATE);
        UpdateUser.Command command = changed.command(shownUsers.of(caller, before));
        User after = Translated.on(
                Kind.CONFLICT,
                () -> updateUser.handle(caller, command),
                refusal -> taken(refusal, command.username().orElse(before.username())));
        call.answer(UserJson.SHAPE, UserJson.of(shownUsers.of(caller, after)));
    }

    /** Unlike on creation, the original calls a taken username invalid here; the last owner it does not guard at all. */
    private static RuntimeException taken(RefusedException refusal, Username wanted) {
        return "username".equals(refusal.field())
                ? Refusal.text(422, "Username '" + wanted + "' already exists")
                : refusal;
    }

    private void delete(Call call) {
        Caller caller = call.caller();
        UserId id = id(call);
        User deleted = Translated.on(
                Kind.NOT_FOUND, () -> deleteUser.handle(caller, id), missing -> Refusal.notFound("User", id));
        call.answer(UserJson.SHAPE, UserJson.of(shownUsers.of(caller, deleted)));
    }

    private void workspaces(Call call) {
        Caller caller = call.caller();
        UserId id = id(call);
        permissionFirst.requireEverywhere(caller, RosterPermission.USER_READ);
        WORKSPACES.answer(
                call,
                page -> Translated.on(
                        Kind.NOT_FOUND,
                        () -> listWorkspaces.orAll(caller, id, page),
                        missing -> Refusal.notFound("User", id)),
                MeRoutes::shown);
    }

    static UserId id(Call call) {
        Inputs inputs = Inputs.of(call);
        Field<UserId> id = inputs.path("user_id", UserId::new);
        inputs.check();
        return id.get();
    }
}

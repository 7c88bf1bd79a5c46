package dev.roster.http.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.roster.application.user.CreateUser;
import dev.roster.application.user.DeactivateUser;
import dev.roster.application.user.DeleteUser;
import dev.roster.application.user.FindUser;
import dev.roster.application.user.ListUsers;
import dev.roster.application.user.ReactivateUser;
import dev.roster.application.user.UpdateUser;
import dev.roster.domain.credential.Password;
import dev.roster.domain.credential.UserToken;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.Username;
import dev.roster.domain.workspace.WorkspaceId;
import dev.roster.http.web.Call;
import dev.roster.http.web.JsonObject;
import dev.roster.http.web.Listing;
import dev.roster.http.web.RouteGroup;
import dev.roster.http.web.Routes;
import dev.roster.http.web.Shape;
import dev.roster.http.web.Shown;
import jakarta.inject.Inject;
import java.util.function.Function;

/** Accounts. */
final class UserRoutes implements RouteGroup {
    /** An account with its token, shown once. */
    record CreatedJson(@JsonUnwrapped UserJson user, String userToken) {
        static final Shape<CreatedJson> SHAPE = Shape.of(CreatedJson.class);

        static CreatedJson of(CreateUser.Created created) {
            return new CreatedJson(UserJson.of(created.user()), created.token().reveal());
        }
    }

    /** How many there are. */
    record Count(long count) {}

    private static final Shape<Listing<UserJson>> LIST = Shape.listOf(UserJson.class);
    static final Shape<Count> COUNT = Shape.of(Count.class);

    private final ListUsers listUsers;
    private final FindUser findUser;
    private final UserFilters filters;
    private final CreateUser createUser;
    private final UpdateUser updateUser;
    private final DeactivateUser deactivateUser;
    private final ReactivateUser reactivateUser;
    private final DeleteUser deleteUser;

    @Inject
    UserRoutes(
            ListUsers listUsers,
            FindUser findUser,
            UserFilters filters,
            CreateUser createUser,
            UpdateUser updateUser,
            DeactivateUser deactivateUser,
            ReactivateUser reactivateUser,
            DeleteUser deleteUser) {
        this.listUsers = listUsers;
        this.findUser = findUser;
        this.filters = filters;
        this.createUser = createUser;
        this.updateUser = updateUser;
        this.deactivateUser = deactivateUser;
        this.reactivateUser = reactivateUser;
        this.deleteUser = deleteUser;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/users", this::list).taking(UserFilters.listed());
        routes.post("/users", this::create);
        routes.get("/users/count", this::count).taking(UserFilters.CONDITIONS.toArray(String[]::new));
        routes.show("/users/{user_id}", this::shown);
        routes.patch("/users/{user_id}", this::update);
        routes.delete("/users/{user_id}", this::delete);
        routes.post("/users/{user_id}/deactivate", this::deactivate);
        routes.post("/users/{user_id}/reactivate", this::reactivate);
    }

    private void list(Call call) {
        call.answer(LIST, listUsers.handle(call.caller(), filters.read(call), call.page()), UserJson::of);
    }

    private void count(Call call) {
        call.answer(COUNT, new Count(listUsers.count(call.caller(), filters.read(call))));
    }

    private void create(Call call) {
        JsonObject body = ProfileFields.ALL.body(
                call, "id", "username", "email", "role", "developer", "password", "user_token", "workspaces");
        UserId id = body.optional("id", UserId::parse);
        CreateUser.Command named = CreateUser.Command.named(body.require("username", Username::new));
        CreateUser.Command command = named.withId(id)
                .withEmail(body.optional("email", EmailAddress::new))
                .withProfile(ProfileFields.ALL.given(body).applyTo(named.profile()))
                .withRole(body.optional("role"))
                .withDeveloper(body.optionalFlag("developer"))
                .withPassword(body.optional("password", Password::chosen))
                .withToken(body.optional("user_token", UserToken::fromAfar))
                .withWorkspaces(body.optionalList("workspaces", WorkspaceId::parse));
        CreateUser.Created created = createUser.handle(call.caller(), command);
        call.created("/v1/users/" + created.user().id(), CreatedJson.SHAPE, CreatedJson.of(created));
    }

    private Shown shown(Call call) {
        return UserJson.shown(findUser.handle(call.caller(), id(call)));
    }

    private void update(Call call) {
        JsonObject body = ProfileFields.ALL.body(call, "username", "email", "role", "developer", "password");
        UpdateUser.Command command = UpdateUser.Command.of(id(call))
                .withUsername(body.change("username", Username::new))
                .withEmail(body.nullableChange("email", EmailAddress::new))
                .withProfile(ProfileFields.ALL.changes(body))
                .withRole(body.change("role", Function.identity()))
                .withDeveloper(body.flagChange("developer"))
                .withPassword(body.change("password", Password::chosen));
        call.answer(UserJson.shown(updateUser.handle(call.caller(), command)));
    }

    private void delete(Call call) {
        deleteUser.handle(call.caller(), id(call));
        call.noContent();
    }

    private void deactivate(Call call) {
        call.answer(UserJson.SHAPE, UserJson.of(deactivateUser.handle(call.caller(), id(call))));
    }

    private void reactivate(Call call) {
        call.answer(UserJson.SHAPE, UserJson.of(reactivateUser.handle(call.caller(), id(call))));
    }

    static UserId id(Call call) {
        return call.path("user_id", UserId::parse);
    }
}

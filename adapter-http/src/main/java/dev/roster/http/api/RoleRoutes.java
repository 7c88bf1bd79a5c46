package dev.roster.http.api;

import dev.roster.application.role.CreateRole;
import dev.roster.application.role.DeleteRole;
import dev.roster.application.role.FindRole;
import dev.roster.application.role.ListRoles;
import dev.roster.application.role.UpdateRole;
import dev.roster.domain.role.Permission;
import dev.roster.domain.role.PermissionSet;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RoleId;
import dev.roster.domain.role.RoleName;
import dev.roster.http.web.Call;
import dev.roster.http.web.Fields;
import dev.roster.http.web.JsonObject;
import dev.roster.http.web.Listing;
import dev.roster.http.web.RouteGroup;
import dev.roster.http.web.Routes;
import dev.roster.http.web.Shape;
import dev.roster.http.web.Shown;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Roles, and what it would mean to change one. */
final class RoleRoutes implements RouteGroup {
    private record RoleJson(
            UUID id,
            String name,
            String description,
            boolean predefined,
            List<String> permissions,
            List<String> assignedOnly,
            boolean reachesWorkspaces,
            @Nullable Instant createdAt,
            @Nullable Instant updatedAt) {
        static RoleJson of(Role role) {
            return new RoleJson(
                    role.id().value(),
                    role.name().value(),
                    role.description(),
                    role.isPredefined(),
                    keys(role.permissions().stream().toList()),
                    keys(role.assignedOnly().stream().toList()),
                    role.reachesWorkspaces(),
                    role.isPredefined() ? null : role.createdAt(),
                    role.isPredefined() ? null : role.updatedAt());
        }
    }

    private record AffectedJson(PersonJson user, List<EffectJson> effects, List<String> endedSecrets) {
        static AffectedJson of(UpdateRole.Affected affected) {
            return new AffectedJson(
                    PersonJson.of(affected.user()),
                    affected.effects().stream().map(EffectJson::of).toList(),
                    RolePreviewJson.words(affected.ends()));
        }
    }

    private static final Shape<RoleJson> SHAPE = Shape.of(RoleJson.class);
    private static final Shape<Listing<RoleJson>> LIST = Shape.listOf(RoleJson.class);
    private static final Shape<Listing<AffectedJson>> PREVIEW = Shape.listOf(AffectedJson.class);

    private final ListRoles listRoles;
    private final FindRole findRole;
    private final CreateRole createRole;
    private final UpdateRole updateRole;
    private final DeleteRole deleteRole;

    @Inject
    RoleRoutes(
            ListRoles listRoles,
            FindRole findRole,
            CreateRole createRole,
            UpdateRole updateRole,
            DeleteRole deleteRole) {
        this.listRoles = listRoles;
        this.findRole = findRole;
        this.createRole = createRole;
        this.updateRole = updateRole;
        this.deleteRole = deleteRole;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/roles", this::list).taking("predefined", "limit", "cursor");
        routes.post("/roles", this::create);
        routes.show("/roles/{role_id}", this::shown);
        routes.patch("/roles/{role_id}", this::update);
        routes.delete("/roles/{role_id}", this::delete).taking("reassign");
        routes.post("/roles/{role_id}/preview", this::preview).taking("limit", "cursor");
    }

    private static List<String> keys(List<Permission> permissions) {
        return permissions.stream().map(Permission::key).toList();
    }

    private void list(Call call) {
        Boolean predefined = call.query().read("predefined", Fields::flag);
        call.answer(LIST, listRoles.handle(call.caller(), predefined, call.page()), RoleJson::of);
    }

    private Shown shown(Call call) {
        return Shown.json(SHAPE, RoleJson.of(findRole.handle(call.caller(), id(call))));
    }

    private void create(Call call) {
        JsonObject body = call.body("name", "description", "permissions", "assigned_only", "reaches_workspaces");
        RoleName name = body.require("name", RoleName::new);
        String description = body.optionalOrEmpty("description");
        CreateRole.Command command = CreateRole.Command.of(
                        name, PermissionSet.of(body.optionalList("permissions", Permission::parse)))
                .withDescription(description)
                .withAssignedOnly(PermissionSet.of(body.optionalList("assigned_only", Permission::parse)))
                .withReachesWorkspaces(Boolean.TRUE.equals(body.optionalFlag("reaches_workspaces")));
        Role role = createRole.handle(call.caller(), command);
        call.created("/v1/roles/" + role.id(), SHAPE, RoleJson.of(role));
    }

    private void update(Call call) {
        call.answer(Shown.json(SHAPE, RoleJson.of(updateRole.handle(call.caller(), change(call)))));
    }

    private void preview(Call call) {
        call.answer(PREVIEW, updateRole.preview(call.caller(), change(call), call.page()), AffectedJson::of);
    }

    private static UpdateRole.Command change(Call call) {
        JsonObject body = call.body("name", "description", "permissions", "assigned_only", "reaches_workspaces");
        return UpdateRole.Command.of(id(call))
                .withName(body.change("name", RoleName::new))
                .withDescription(body.nullableChange("description", Function.identity()))
                .withPermissions(
                        body.listChange("permissions", Permission::parse).map(PermissionSet::of))
                .withAssignedOnly(
                        body.listChange("assigned_only", Permission::parse).map(PermissionSet::of))
                .withReachesWorkspaces(body.flagChange("reaches_workspaces"));
    }

    private void delete(Call call) {
        deleteRole.handle(
                call.caller(), new DeleteRole.Command(id(call), call.query().text("reassign")));
        call.noContent();
    }

    private static RoleId id(Call call) {
        return call.path("role_id", RoleId::parse);
    }
}

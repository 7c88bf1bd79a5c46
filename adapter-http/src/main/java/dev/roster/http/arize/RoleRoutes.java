package dev.roster.http.arize;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roster.application.Change;
import dev.roster.application.role.CreateRole;
import dev.roster.application.role.DeleteRole;
import dev.roster.application.role.FindRole;
import dev.roster.application.role.ListRoles;
import dev.roster.application.role.UpdateRole;
import dev.roster.domain.role.Permission;
import dev.roster.domain.role.PermissionSet;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RoleId;
import dev.roster.domain.role.RoleName;
import dev.roster.http.dialect.Field;
import dev.roster.http.dialect.Inputs;
import dev.roster.http.dialect.Times;
import dev.roster.http.dialect.Words;
import dev.roster.http.web.Call;
import dev.roster.http.web.Fault;
import dev.roster.http.web.RouteGroup;
import dev.roster.http.web.Routes;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Roles, predefined and custom (contract §6). */
final class RoleRoutes implements RouteGroup {
    private static final Words<Boolean> FLAGS = Words.of(List.of(true, false), String::valueOf);

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
        routes.get("/v2/roles", this::list).taking("is_predefined", "limit", "cursor");
        routes.post("/v2/roles", this::create);
        routes.get("/v2/roles/{role_id}", this::show);
        routes.patch("/v2/roles/{role_id}", this::update);
        routes.delete("/v2/roles/{role_id}", this::delete);
    }

    private void list(Call call) {
        Inputs inputs = Inputs.of(call);
        Boolean predefined = inputs.queryWord("is_predefined", FLAGS);
        inputs.check();
        Envelope.answer(
                call,
                "roles",
                listRoles.handle(call.caller(), predefined, Envelope.page(call)),
                role -> shown(role, call));
    }

    private static Map<String, Object> shown(Role role, Call call) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", ArizeIds.ROLE.write(role.id()));
        shown.put("name", role.name().value());
        if (!role.description().isEmpty()) {
            shown.put("description", role.description());
        }
        shown.put("permissions", ArizePermissions.show(role, Spelling.version(call)));
        shown.put("is_predefined", PredefinedRole.of(role.id()).isPresent());
        shown.put("created_at", Times.brief(role.createdAt()));
        shown.put("updated_at", Times.brief(role.updatedAt()));
        return shown;
    }

    private void show(Call call) {
        Envelope.answer(call, 200, shown(seen(call), call));
    }

    private Role seen(Call call) {
        Inputs inputs = Inputs.of(call);
        Field<RoleId> id = inputs.path("role_id", ArizeIds.ROLE);
        inputs.check();
        return Seen.orMissing("role", () -> findRole.handle(call.caller(), id.get()));
    }

    private void create(Call call) {
        Inputs inputs = Inputs.withStrictBody(call);
        Field<RoleName> name = inputs.text("name", Names.NAME, RoleName::new);
        Field<String> description = inputs.optionalText("description", Names.DESCRIPTION, Function.identity());
        PermissionSet permissions = permissions(inputs, true);
        inputs.check();
        CreateRole.Command command =
                CreateRole.Command.of(name.get(), permissions).withDescription(description.or(""));
        Envelope.answer(call, 201, shown(createRole.handle(call.caller(), command), call));
    }

    /** The ones in the body; at least one where they are named at all. */
    private static PermissionSet permissions(Inputs inputs, boolean required) {
        JsonNode value = inputs.value("permissions");
        if (value == null) {
            if (required) {
                inputs.refuse(Fault.Kind.MISSING, "", "permissions");
            }
            return PermissionSet.none();
        }
        if (!value.isArray()) {
            inputs.refuse(Fault.Kind.NOT_A_LIST, "", "permissions");
            return PermissionSet.none();
        }
        if (value.isEmpty()) {
            inputs.refuse(Fault.Kind.REFUSED, "must name at least one permission", "permissions");
        }
        Set<Permission> named = new LinkedHashSet<>();
        for (int index = 0; index < value.size(); index++) {
            Optional<Permission> known = value.get(index).isTextual()
                    ? ArizePermissions.read(value.get(index).textValue())
                    : Optional.empty();
            if (known.isEmpty()) {
                inputs.refuse(Fault.Kind.REFUSED, "is not a known permission", "permissions", index);
            }
            known.ifPresent(named::add);
        }
        return PermissionSet.of(named);
    }

    private void update(Call call) {
        Inputs inputs = Inputs.withStrictBody(call);
        Field<Change<RoleName>> name = inputs.changedText("name", Names.NAME, RoleName::new);
        Field<Change<String>> description = inputs.changedText("description", Names.DESCRIPTION, Function.identity());
        PermissionSet permissions = permissions(inputs, false);
        inputs.check();
        Names.requireAny(inputs, "name", "description", "permissions");
        Role before = custom(call, "changed");
        UpdateRole.Command command =
                UpdateRole.Command.of(before.id()).withName(name.get()).withDescription(description.get());
        PermissionSet nameable =
                ArizePermissions.nameable(Spelling.version(call)).plus(permissions);
        UpdateRole.Command whole = inputs.value("permissions") == null
                ? command
                : command.withNameable(nameable).withPermissions(Change.to(permissions));
        Envelope.answer(call, 200, shown(updateRole.handle(call.caller(), whole), call));
    }

    private Role custom(Call call, String verb) {
        Role role = seen(call);
        if (PredefinedRole.of(role.id()).isPresent()) {
            throw ArizeProblem.of(400, "the predefined role `" + role.name() + "` cannot be " + verb);
        }
        return role;
    }

    private void delete(Call call) {
        deleteRole.handle(
                call.caller(), new DeleteRole.Command(custom(call, "deleted").id(), null));
        call.noContent();
    }
}

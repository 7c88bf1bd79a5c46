package dev.roster.http.api;

import dev.roster.application.role.ListPermissions;
import dev.roster.application.role.RegisterPermission;
import dev.roster.domain.role.Permission;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.RegisteredPermission;
import dev.roster.http.web.Call;
import dev.roster.http.web.JsonObject;
import dev.roster.http.web.Listing;
import dev.roster.http.web.RouteGroup;
import dev.roster.http.web.Routes;
import dev.roster.http.web.Shape;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What roles can be made of. */
final class PermissionRoutes implements RouteGroup {
    private record PermissionJson(
            String name, String description, boolean registered, String level, Map<String, String> reach) {
        static PermissionJson of(ListPermissions.Listed listed) {
            Permission permission = listed.permission();
            Map<String, String> reach = new LinkedHashMap<>();
            for (PredefinedRole role : PredefinedRole.values()) {
                reach.put(role.word(), role.role().reachOf(permission).name().toLowerCase(Locale.ROOT));
            }
            return new PermissionJson(
                    permission.key(),
                    listed.description(),
                    permission instanceof RegisteredPermission,
                    permission.isInstanceWide() ? "instance" : "place",
                    reach);
        }
    }

    private static final Shape<PermissionJson> SHAPE = Shape.of(PermissionJson.class);
    private static final Shape<Listing<PermissionJson>> LIST = Shape.listOf(PermissionJson.class);

    private final ListPermissions listPermissions;
    private final RegisterPermission registerPermission;

    @Inject
    PermissionRoutes(ListPermissions listPermissions, RegisterPermission registerPermission) {
        this.listPermissions = listPermissions;
        this.registerPermission = registerPermission;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/permissions", this::list);
        routes.post("/permissions", this::add);
    }

    private void list(Call call) {
        List<PermissionJson> items = listPermissions.handle(call.caller()).stream()
                .map(PermissionJson::of)
                .toList();
        call.answer(LIST, new Listing<>(items, null));
    }

    /** Answers with what is registered now, which for a known name keeps its first description. */
    private void add(Call call) {
        JsonObject body = call.body("name", "description");
        RegisterPermission.Command command = new RegisterPermission.Command(
                body.require("name", RegisteredPermission::new), body.optionalOrEmpty("description"));
        boolean added = registerPermission.handle(call.caller(), command);
        ListPermissions.Listed registered = listPermissions.handle(call.caller()).stream()
                .filter(listed -> listed.permission().equals(command.permission()))
                .findFirst()
                .orElse(new ListPermissions.Listed(command.permission(), command.description()));
        call.answer(added ? 201 : 200, SHAPE, PermissionJson.of(registered));
    }
}

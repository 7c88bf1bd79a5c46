package dev.roster.http.api;

import dev.roster.application.Change;
import dev.roster.application.role.ListPermissions;
import dev.roster.application.role.RegisterPermission;
import dev.roster.domain.role.Permission;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.Reach;
import dev.roster.domain.role.RegisteredPermission;
import dev.roster.domain.role.RegisteredReach;
import dev.roster.http.web.Call;
import dev.roster.http.web.JsonObject;
import dev.roster.http.web.Listing;
import dev.roster.http.web.RouteGroup;
import dev.roster.http.web.Routes;
import dev.roster.http.web.Shape;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What roles can be made of. */
final class PermissionRoutes implements RouteGroup {
    private record PermissionJson(
            String name, String description, boolean registered, String level, Map<String, String> reach) {
        static PermissionJson of(ListPermissions.Listed listed) {
            Permission permission = listed.permission();
            Map<String, String> reach = new LinkedHashMap<>();
            listed.reach()
                    .forEach((role, far) -> reach.put(role.word(), far.name().toLowerCase(Locale.ROOT)));
            return new PermissionJson(
                    permission.key(),
                    listed.description(),
                    permission instanceof RegisteredPermission,
                    permission.isInstanceWide() ? "instance" : "place",
                    reach);
        }
    }

    private static final Set<String> ROLES =
            Stream.of(PredefinedRole.values()).map(PredefinedRole::word).collect(Collectors.toUnmodifiableSet());
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
        JsonObject body = call.body("name", "description", "reach");
        RegisterPermission.Command command = new RegisterPermission.Command(
                body.require("name", RegisteredPermission::new),
                body.optionalOrEmpty("description"),
                reach(body.optionalObject("reach", ROLES)));
        boolean added = registerPermission.handle(call.caller(), command);
        ListPermissions.Listed registered = listPermissions.handle(call.caller()).stream()
                .filter(listed -> listed.permission().equals(command.permission()))
                .findFirst()
                .orElseThrow();
        call.answer(added ? 201 : 200, SHAPE, PermissionJson.of(registered));
    }

    private static Change<RegisteredReach> reach(@Nullable JsonObject given) {
        if (given == null) {
            return Change.none();
        }
        Map<PredefinedRole, Reach> said = new EnumMap<>(PredefinedRole.class);
        for (PredefinedRole role : PredefinedRole.values()) {
            Reach reach = given.optional(role.word(), word -> RegisteredReach.reach(role, word));
            if (reach != null) {
                said.put(role, reach);
            }
        }
        return Change.to(new RegisteredReach(said));
    }
}

package dev.roster.http.api;

import dev.roster.application.role.FindRole;
import dev.roster.application.role.ListRoles;
import dev.roster.domain.role.Permission;
import dev.roster.domain.role.PermissionCatalogue;
import dev.roster.domain.role.PermissionSet;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RoleId;
import dev.roster.http.web.Call;
import dev.roster.http.web.Listing;
import dev.roster.http.web.Routes;
import dev.roster.http.web.Shape;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Roles, and the permissions that they are made of. */
final class RoleRoutes {
    private record RoleJson(
            UUID id,
            String name,
            String description,
            boolean predefined,
            List<String> permissions,
            List<String> assignedOnly,
            boolean reachesWorkspaces) {
        static RoleJson of(Role role) {
            return new RoleJson(
                    role.id().value(),
                    role.name().value(),
                    role.description(),
                    role.isPredefined(),
                    keys(role.permissions()),
                    keys(role.assignedOnly()),
                    role.reachesWorkspaces());
        }

        private static List<String> keys(PermissionSet permissions) {
            return permissions.stream().map(Permission::key).toList();
        }
    }

    private record PermissionJson(String name, String level, Map<String, String> reach) {
        static PermissionJson of(Permission permission) {
            Map<String, String> reach = new LinkedHashMap<>();
            for (PredefinedRole role : PredefinedRole.values()) {
                reach.put(role.word(), role.role().reachOf(permission).name().toLowerCase(Locale.ROOT));
            }
            return new PermissionJson(permission.key(), permission.isInstanceWide() ? "instance" : "place", reach);
        }
    }

    private static final Shape<RoleJson> SHAPE = Shape.of(RoleJson.class);
    private static final Shape<Listing<RoleJson>> LIST = Shape.listOf(RoleJson.class);
    private static final Shape<Listing<PermissionJson>> CATALOGUE = Shape.listOf(PermissionJson.class);

    private final ListRoles listRoles;
    private final FindRole findRole;
    private final PermissionCatalogue catalogue;

    @Inject
    RoleRoutes(ListRoles listRoles, FindRole findRole, PermissionCatalogue catalogue) {
        this.listRoles = listRoles;
        this.findRole = findRole;
        this.catalogue = catalogue;
    }

    void register(Routes routes) {
        routes.get("/roles", this::list).taking("limit", "cursor");
        routes.get("/roles/{role_id}", this::show);
        routes.get("/permissions", this::catalogue);
    }

    private void list(Call call) {
        call.answer(LIST, listRoles.handle(call.caller(), call.page()), RoleJson::of);
    }

    private void show(Call call) {
        call.answer(SHAPE, RoleJson.of(findRole.handle(call.caller(), call.path("role_id", RoleId::parse))));
    }

    private void catalogue(Call call) {
        call.answer(
                CATALOGUE,
                new Listing<>(catalogue.all().stream().map(PermissionJson::of).toList(), null));
    }
}

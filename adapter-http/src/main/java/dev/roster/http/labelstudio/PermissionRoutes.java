package dev.roster.http.labelstudio;

import dev.roster.domain.role.Reach;
import dev.roster.domain.role.RosterPermission;
import dev.roster.http.web.Call;
import dev.roster.http.web.RouteGroup;
import dev.roster.http.web.Routes;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which words for roles have which permission, as Roster has it: to be read alone, as roles are changed in Roster. */
final class PermissionRoutes implements RouteGroup {
    private static final String ALL = "/api/organizations/{id}/permissions";

    private final Numbers numbers;

    @Inject
    PermissionRoutes(Numbers numbers) {
        this.numbers = numbers;
    }

    @Override
    public void register(Routes routes) {
        routes.get(ALL, this::list);
        routes.get(ALL + "/options", this::options);
        routes.get(ALL + "/{key}", this::show);
    }

    private void list(Call call) {
        numbers.organization(call);
        call.answer(
                Json.LIST,
                CallerPermissions.MEANINGS.entrySet().stream()
                        .map(PermissionRoutes::shown)
                        .toList());
    }

    private void options(Call call) {
        numbers.organization(call);
        call.answer(
                Json.LIST,
                LabelStudioRole.MEANT.stream()
                        .map(role -> Map.<String, Object>of(
                                "value", role.name(), "label", role.meaning().word()))
                        .toList());
    }

    private void show(Call call) {
        numbers.organization(call);
        String key = call.context().pathParam("key");
        Json.answer(
                call,
                CallerPermissions.MEANINGS.entrySet().stream()
                        .filter(meaning -> meaning.getKey().equals(key))
                        .findFirst()
                        .map(PermissionRoutes::shown)
                        .orElseThrow(() -> Refusal.none("Permission")));
    }

    private static Map<String, Object> shown(Map.Entry<String, RosterPermission> meaning) {
        String name = meaning.getKey();
        List<String> roles = LabelStudioRole.MEANT.stream()
                .filter(role -> meaning.getValue().reachOf(role.meaning()) != Reach.NOWHERE)
                .map(LabelStudioRole::name)
                .toList();
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("permission", name);
        shown.put("roles", roles);
        shown.put("default", roles);
        shown.put("options", roles);
        shown.put("label", name);
        shown.put("group", name.substring(0, name.indexOf('.')));
        shown.put("tooltip", meaning.getValue().key());
        return shown;
    }
}

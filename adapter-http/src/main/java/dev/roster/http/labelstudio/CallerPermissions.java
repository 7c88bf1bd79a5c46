package dev.roster.http.labelstudio;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Decide;
import dev.roster.application.flat.FindFlatWorkspace;
import dev.roster.domain.access.Decision;
import dev.roster.domain.access.Target;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.role.RosterPermission;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The names of the original's permissions (contract §10.1) that a caller has: each stands for one of Roster's, which the
 * policy is asked for in the active organization.
 */
final class CallerPermissions {
    static final Map<String, RosterPermission> MEANINGS = meanings();
    private static final List<RosterPermission> ASKED =
            MEANINGS.values().stream().distinct().toList();

    private final Decide decide;
    private final FindFlatWorkspace findFlatWorkspace;

    @Inject
    CallerPermissions(Decide decide, FindFlatWorkspace findFlatWorkspace) {
        this.decide = decide;
        this.findFlatWorkspace = findFlatWorkspace;
    }

    private static Map<String, RosterPermission> meanings() {
        Map<String, RosterPermission> meanings = new LinkedHashMap<>();
        meanings.put("organizations.create", RosterPermission.ORGANIZATION_CREATE);
        meanings.put("organizations.view", RosterPermission.ORGANIZATION_READ);
        meanings.put("organizations.change", RosterPermission.ORGANIZATION_UPDATE);
        meanings.put("organizations.delete", RosterPermission.ORGANIZATION_DELETE);
        meanings.put("organizations.invite", RosterPermission.MEMBER_ADD);
        meanings.put("projects.create", RosterPermission.DATASET_CREATE);
        meanings.put("projects.view", RosterPermission.DATASET_READ);
        meanings.put("projects.change", RosterPermission.DATASET_UPDATE);
        meanings.put("projects.delete", RosterPermission.DATASET_DELETE);
        meanings.put("projects.reset_cache", RosterPermission.DATASET_UPDATE);
        all(meanings, "tasks", RosterPermission.DATASET_READ, RosterPermission.DATASET_UPDATE);
        all(meanings, "annotations", RosterPermission.DATASET_READ, RosterPermission.DATASET_ANNOTATE);
        meanings.put("actions.perform", RosterPermission.DATASET_UPDATE);
        meanings.put("predictions.any", RosterPermission.DATASET_UPDATE);
        meanings.put("avatar.any", RosterPermission.ORGANIZATION_READ);
        all(meanings, "labels", RosterPermission.DATASET_READ, RosterPermission.DATASET_UPDATE);
        all(meanings, "models", RosterPermission.ORGANIZATION_READ, RosterPermission.ORGANIZATION_UPDATE);
        all(
                meanings,
                "model_provider_connection",
                RosterPermission.ORGANIZATION_READ,
                RosterPermission.ORGANIZATION_UPDATE);
        meanings.put("webhooks.view", RosterPermission.ORGANIZATION_UPDATE);
        meanings.put("webhooks.change", RosterPermission.ORGANIZATION_UPDATE);
        meanings.put("users.token.any", RosterPermission.ORGANIZATION_READ);
        meanings.put("storages.view", RosterPermission.DATASET_UPDATE);
        meanings.put("storages.change", RosterPermission.DATASET_UPDATE);
        meanings.put("storages.sync", RosterPermission.DATASET_UPDATE);
        all(meanings, "views", RosterPermission.DATASET_READ, RosterPermission.DATASET_UPDATE);
        return meanings;
    }

    private static void all(
            Map<String, RosterPermission> meanings, String thing, RosterPermission view, RosterPermission change) {
        meanings.put(thing + ".create", change);
        meanings.put(thing + ".view", view);
        meanings.put(thing + ".change", change);
        meanings.put(thing + ".delete", change);
    }

    List<String> of(Caller caller, Organization organization) {
        Map<RosterPermission, Boolean> allowed = allowed(caller, organization);
        return MEANINGS.entrySet().stream()
                .filter(meaning -> allowed.getOrDefault(meaning.getValue(), false))
                .map(Map.Entry::getKey)
                .toList();
    }

    private Map<RosterPermission, Boolean> allowed(Caller caller, Organization organization) {
        Places places = places(caller, organization);
        List<Decision> decisions = decide.handle(
                caller,
                Decide.Query.own(ASKED.stream()
                        .map(permission -> new Decide.Question(permission, places.of(permission)))
                        .toList()));
        Map<RosterPermission, Boolean> allowed = new EnumMap<>(RosterPermission.class);
        for (int each = 0; each < ASKED.size(); each++) {
            allowed.put(ASKED.get(each), decisions.get(each).isAllowed());
        }
        return allowed;
    }

    private Places places(Caller caller, Organization organization) {
        Target.Ref whole =
                new Target.Ref(Target.Kind.ORGANIZATION, organization.id().value());
        Target.Ref projects = findFlatWorkspace
                .handle(caller, organization.id(), Standings.WORKSPACE)
                .map(workspace ->
                        new Target.Ref(Target.Kind.WORKSPACE, workspace.id().value()))
                .orElse(whole);
        return new Places(whole, projects);
    }

    /** Where a permission is asked for: what is about projects, in the workspace that holds them, if it is there. */
    private record Places(Target.Ref organization, Target.Ref projects) {
        Target.Ref of(RosterPermission permission) {
            if (permission == RosterPermission.ORGANIZATION_CREATE) {
                return Target.Ref.instance();
            }
            return permission.key().startsWith("dataset:") ? projects : organization;
        }
    }
}

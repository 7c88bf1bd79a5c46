package dev.roster.http.arize;

import static java.util.Map.entry;

import dev.roster.application.Change;
import dev.roster.application.role.RegisterPermission;
import dev.roster.domain.role.Permission;
import dev.roster.domain.role.PermissionSet;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.Reach;
import dev.roster.domain.role.RegisteredPermission;
import dev.roster.domain.role.RegisteredReach;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RosterPermission;
import dev.roster.http.dialect.WireVersion;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The permission strings of the contract (§6.4). Those that mean one of Roster's own are it; all others are registered under
 * the dialect's name and decide nothing here.
 */
final class ArizePermissions {
    private static final String NAMESPACE = "arize:";
    private static final List<String> CRUD = List.of("CREATE", "READ", "UPDATE", "DELETE");

    /** What an older client must not be shown, as it knows no such word: since which release of version 8 it does. */
    private static final Map<String, Integer> SINCE =
            Map.of("DATASET_VIEW_", 39, "LLM_INTEGRATION_", 41, "MANAGED_AGENT_", 41);

    private static final String REVOKE = "SERVICE_KEY_REVOKE";
    /** What {@link #REVOKE} was called before 8.41. */
    private static final String FORMERLY = "SERVICE_KEY_DELETE";

    private static final Map<String, RosterPermission> OWN = Map.ofEntries(
            entry("USER_CREATE", RosterPermission.USER_CREATE),
            entry("USER_READ", RosterPermission.USER_READ),
            entry("USER_UPDATE", RosterPermission.USER_UPDATE),
            entry("USER_DELETE", RosterPermission.USER_DELETE),
            entry("ORGANIZATION_CREATE", RosterPermission.ORGANIZATION_CREATE),
            entry("ORGANIZATION_READ", RosterPermission.ORGANIZATION_READ),
            entry("ORGANIZATION_UPDATE", RosterPermission.ORGANIZATION_UPDATE),
            entry("ORGANIZATION_DELETE", RosterPermission.ORGANIZATION_DELETE),
            entry("SPACE_CREATE", RosterPermission.WORKSPACE_CREATE),
            entry("SPACE_READ", RosterPermission.WORKSPACE_READ),
            entry("SPACE_UPDATE", RosterPermission.WORKSPACE_UPDATE),
            entry("SPACE_DELETE", RosterPermission.WORKSPACE_DELETE),
            entry("ROLE_BINDING_CREATE", RosterPermission.GRANT_CREATE),
            entry("ROLE_BINDING_READ", RosterPermission.GRANT_READ),
            entry("ROLE_BINDING_DELETE", RosterPermission.GRANT_DELETE),
            entry("SERVICE_KEY_CREATE", RosterPermission.SERVICE_KEY_CREATE),
            entry("SERVICE_KEY_READ", RosterPermission.SERVICE_KEY_READ),
            entry(REVOKE, RosterPermission.SERVICE_KEY_REVOKE),
            entry("PROJECT_CREATE", RosterPermission.DATASET_CREATE),
            entry("PROJECT_READ", RosterPermission.DATASET_READ),
            entry("PROJECT_UPDATE", RosterPermission.DATASET_UPDATE),
            entry("PROJECT_DELETE", RosterPermission.DATASET_DELETE),
            entry("PROJECT_RESTRICT", RosterPermission.DATASET_RESTRICT),
            entry("PROJECT_SPAN_ANNOTATE", RosterPermission.DATASET_ANNOTATE));

    private static final Map<String, Permission> ALL = all();

    private ArizePermissions() {}

    private static Map<String, Permission> all() {
        Map<String, Permission> all = new LinkedHashMap<>();
        words().forEach(word ->
                all.put(word, OWN.containsKey(word) ? OWN.get(word) : new RegisteredPermission(NAMESPACE + word)));
        return all;
    }

    private static Stream<String> words() {
        Stream<String> crud = Stream.of(
                        "ANNOTATION_CONFIG",
                        "CUSTOM_METRIC",
                        "DASHBOARD",
                        "DATASET",
                        "DATASET_VIEW",
                        "DATA_FABRIC_CONNECTOR",
                        "EVALUATOR",
                        "EXPERIMENT",
                        "EXPERIMENT_EVAL_TASK",
                        "FILE_IMPORT",
                        "MANAGED_AGENT",
                        "ML_MODEL",
                        "ORGANIZATION",
                        "PLAYGROUND_VIEW",
                        "PROJECT_EVAL_TASK",
                        "PROMPT",
                        "PROMPT_OPTIMIZE_TASK",
                        "QUEUE",
                        "REMOTE_ENDPOINT_INTEGRATION",
                        "SPACE",
                        "TAG",
                        "TRACE_VIEW",
                        "DATASET_EXAMPLE",
                        "PROJECT_SPAN",
                        "QUEUE_RECORD",
                        "MONITOR",
                        "PROJECT",
                        "USER")
                .flatMap(family -> CRUD.stream().map(action -> family + "_" + action));
        Stream<String> others = Stream.of(
                "DATASET_EXAMPLE_ANNOTATE",
                "PROJECT_SPAN_ANNOTATE",
                "QUEUE_RECORD_ANNOTATE",
                "MONITOR_TRIGGER",
                "PROJECT_RESTRICT",
                "USER_PERMISSION_UPDATE",
                "LLM_INTEGRATION_CREATE",
                "LLM_INTEGRATION_UPDATE",
                "LLM_INTEGRATION_DELETE",
                "ROLE_BINDING_CREATE",
                "ROLE_BINDING_READ",
                "ROLE_BINDING_DELETE",
                "SERVICE_KEY_CREATE",
                "SERVICE_KEY_READ",
                REVOKE,
                "EXPERIMENT_RUN_READ",
                "EXPERIMENT_RUN_ANNOTATE",
                "AI_PROVIDER_READ",
                "ALYX_RUN",
                "PLAYGROUND_RUN");
        return Stream.concat(crud, others);
    }

    /** Those that Roster knows nothing about, and which predefined roles hold them. */
    static List<RegisterPermission.Command> toRegister() {
        return ALL.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof RegisteredPermission)
                .map(entry -> new RegisterPermission.Command(
                        (RegisteredPermission) entry.getValue(), "", Change.to(reach(entry.getKey()))))
                .toList();
    }

    /** Managers hold all, members all but what is about people, the others what their names say. */
    private static RegisteredReach reach(String word) {
        Map<PredefinedRole, Reach> reach = new EnumMap<>(PredefinedRole.class);
        reach.put(PredefinedRole.MANAGER, Reach.WITHIN);
        if (!word.startsWith("USER_")) {
            reach.put(PredefinedRole.ADMIN, Reach.WITHIN);
            reach.put(PredefinedRole.MEMBER, Reach.WITHIN);
        }
        if (word.endsWith("_READ")) {
            reach.put(PredefinedRole.VIEWER, Reach.WITHIN);
            reach.put(PredefinedRole.REVIEWER, Reach.WITHIN);
        }
        if (word.endsWith("_ANNOTATE")) {
            reach.put(PredefinedRole.REVIEWER, Reach.WITHIN);
            reach.put(PredefinedRole.ANNOTATOR, Reach.ASSIGNED);
        }
        return new RegisteredReach(reach);
    }

    /** All that the client of that release has a word for. */
    static PermissionSet nameable(WireVersion version) {
        return PermissionSet.of(ALL.entrySet().stream()
                .filter(entry -> knows(version, entry.getKey()))
                .map(Map.Entry::getValue)
                .toList());
    }

    /** Empty for a word that no release knows. */
    static Optional<Permission> read(String word) {
        return Optional.ofNullable(ALL.get(word.equals(FORMERLY) ? REVOKE : word));
    }

    /** What of a role the client of that release can be told, sorted. An owner holds all. */
    static List<String> show(Role role, WireVersion version) {
        return ALL.entrySet().stream()
                .filter(entry -> role.holds(entry.getValue()) && knows(version, entry.getKey()))
                .map(entry -> spelled(entry.getKey(), version))
                .sorted()
                .toList();
    }

    private static String spelled(String word, WireVersion version) {
        return word.equals(REVOKE) && version.isBefore(8, 41) ? FORMERLY : word;
    }

    private static boolean knows(WireVersion version, String word) {
        return SINCE.entrySet().stream()
                .noneMatch(since -> word.startsWith(since.getKey()) && version.isBefore(8, since.getValue()));
    }
}

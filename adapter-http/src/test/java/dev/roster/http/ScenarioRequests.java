package dev.roster.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roster.application.given.Ports;
import dev.roster.application.scenario.Act;
import dev.roster.application.scenario.Names;
import dev.roster.application.scenario.Words;
import dev.roster.domain.access.Target;
import dev.roster.domain.text.NameKey;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says each act of a scenario as a request. */
final class ScenarioRequests {
    private static final String[] ACCOUNT = {"/username", "/role", "/status"};
    private static final String[] DATASET = {"/name", "/access"};

    private final Ports ports;
    private final Names names;
    private final PlaceRequests places;
    private final AccountRequests accounts;

    ScenarioRequests(Ports ports, Names names) {
        this.ports = ports;
        this.names = names;
        this.places = new PlaceRequests(ports, names);
        this.accounts = new AccountRequests(names);
    }

    /** The request, or null for what this door does not offer. */
    @Nullable
    ScenarioRequest of(Act act, Words words) {
        return switch (act) {
            case CREATE_USER -> createUser(words);
            case SHOW_USER -> ScenarioRequest.get(user(words)).showing(ACCOUNT);
            case LIST_USERS ->
                ScenarioRequest.get("/v1/users" + query("search", words.find("text")))
                        .showingEach("/username");
            case LIST_PEOPLE ->
                ScenarioRequest.get("/v1/people" + query("email", words.find("text")))
                        .showingEach("/username");
            case RENAME_USER -> change(words).with("username", words.get("name"));
            case CHANGE_EMAIL -> change(words).with("email", words.get("email"));
            case CHANGE_FIRST_NAME -> change(words).with("first_name", words.get("name"));
            case CHANGE_ROLE -> change(words).with("role", words.get("role"));
            case SET_PASSWORD -> change(words).with("password", words.get("password"));
            case DEACTIVATE_USER ->
                ScenarioRequest.to("POST", user(words) + "/deactivate").showing(ACCOUNT);
            case REACTIVATE_USER ->
                ScenarioRequest.to("POST", user(words) + "/reactivate").showing(ACCOUNT);
            case DELETE_USER -> ScenarioRequest.delete(user(words)).showing(answer -> deleted(words));
            case SHOW_ORGANIZATION -> ScenarioRequest.get(organization()).showing("/name");
            case RENAME_ORGANIZATION ->
                ScenarioRequest.to("PATCH", organization())
                        .with("name", words.get("name"))
                        .showing("/name");
            case CREATE_WORKSPACE,
                    CREATE_TITLED_WORKSPACE,
                    SHOW_WORKSPACE,
                    LIST_WORKSPACES,
                    RENAME_WORKSPACE,
                    RETITLE_WORKSPACE,
                    TAKE_TITLE_OF_WORKSPACE,
                    DELETE_WORKSPACE,
                    DELETE_WORKSPACE_WITH_CONTENTS -> ofWorkspace(act, words);
            case ADD_MEMBER, PUT_MEMBER, CHANGE_MEMBER_ROLE, CLEAR_MEMBER_ROLE, REMOVE_MEMBER, LIST_MEMBERS ->
                ofMember(act, words);
            case LIST_WORKSPACES_OF_USER ->
                ScenarioRequest.get(user(words) + "/workspaces").showingEach("/workspace/name");
            case REGISTER_DATASET,
                    SHOW_DATASET,
                    LIST_DATASETS,
                    LIST_RESTRICTED_DATASETS,
                    LIST_DATASETS_OF_CREATOR,
                    RENAME_DATASET,
                    CHANGE_DATASET_ACCESS,
                    REPLACE_CREATOR,
                    DELETE_DATASET -> ofDataset(act, words);
            case ASSIGN_ANNOTATOR,
                    UNASSIGN_ANNOTATOR,
                    LIST_ASSIGNEES,
                    RECORD_CONTRIBUTION,
                    LIST_CONTRIBUTIONS_TO_DATASET,
                    LIST_CONTRIBUTIONS_BY_USER -> ofWork(act, words);
            case SHOW_ROLE, LIST_ROLES, DECIDE, WHO_MAY, WHAT_MAY -> ofAccess(act, words);
            case SHOW_LAST_AUDIT_EVENT, LIST_AUDIT_EVENTS, VERIFY_AUDIT_TRAIL -> ofTrail(act, words);
            case SHOW_ME,
                    LOG_IN,
                    COUNT_SESSIONS,
                    END_SESSION,
                    END_OTHER_SESSIONS,
                    CHANGE_PASSWORD,
                    SHOW_TOKEN,
                    RENEW_TOKEN -> ofSelf(act, words);
            case CREATE_ORGANIZATION,
                    DELETE_ORGANIZATION,
                    ADD_ORGANIZATION_MEMBER,
                    PUT_ORGANIZATION_MEMBER,
                    CHANGE_ORGANIZATION_MEMBER_ROLE,
                    REMOVE_ORGANIZATION_MEMBER,
                    LIST_ORGANIZATION_MEMBERS,
                    LIST_FORMER_MEMBERS -> places.ofOrganization(act, words);
            case CREATE_ROLE, CHANGE_ROLE_PERMISSIONS, DELETE_ROLE, PREVIEW_ROLE, REGISTER_PERMISSION ->
                places.ofRole(act, words);
            case CREATE_GRANT, CHANGE_GRANT, DELETE_GRANT, LIST_GRANTS -> places.ofGrant(act, words);
            case RESTRICT_DATASET, UNRESTRICT_DATASET -> places.ofRestriction(act, words);
            case SEND_PASSWORD_LINK -> ScenarioRequest.to("POST", user(words) + "/password-link");
            case HAND_OVER_PASSWORD_LINK -> ScenarioRequest.to("POST", user(words) + "/password-link/hand-over");
            case FOLLOW_PASSWORD_LINK -> accounts.ofReset(words);
            // For the operator alone.
            case RESET_PASSWORD, DELIVER_MAIL -> null;
            case RESET_INVITE_LINK, SIGN_UP, CONFIRM_SIGN_UP -> accounts.ofSignUp(act, words);
            case CREATE_KEY, LIST_KEYS, REVOKE_KEY, CREATE_SERVICE_ACCOUNT -> accounts.ofKey(act, words);
            case INVITE, INVITE_AFRESH, RESEND_INVITATION, REVOKE_INVITATION, LIST_INVITATIONS ->
                accounts.ofInvitation(act, words);
            case ERASE_USER ->
                ScenarioRequest.to("POST", user(words) + "/erase").showing(answer -> List.of(words.get("user")));
        };
    }

    private ScenarioRequest createUser(Words words) {
        String workspace = words.find("workspace");
        String other = words.find("other");
        return ScenarioRequest.to("POST", "/v1/users")
                .with("username", words.get("user"))
                .with("id", other == null ? null : names.user(other).toString())
                .with("role", words.find("role"))
                .with("email", words.find("email"))
                .with("password", words.find("password"))
                .with("user_token", words.find("token"))
                .with(
                        "workspaces",
                        workspace == null
                                ? null
                                : List.of(names.workspace(workspace).toString()))
                .showing(ACCOUNT);
    }

    private ScenarioRequest change(Words words) {
        return ScenarioRequest.to("PATCH", user(words)).showing(ACCOUNT);
    }

    /** The answer to a deletion is empty; what became of the account is in the store. */
    private List<String> deleted(Words words) {
        var user = ports.users().findEvenDeleted(names.user(words.get("user"))).orElseThrow();
        return List.of(
                user.username().value(),
                user.role().name().value(),
                user.status().word());
    }

    private ScenarioRequest ofWorkspace(Act act, Words words) {
        return switch (act) {
            case CREATE_WORKSPACE, CREATE_TITLED_WORKSPACE ->
                ScenarioRequest.to("POST", "/v1/workspaces")
                        .with("name", words.find("workspace"))
                        .with("title", words.find("title"))
                        .with(
                                "organization_id",
                                words.has("organization")
                                        ? names.organization(words.get("organization"))
                                                .toString()
                                        : null)
                        .showing("/name");
            case SHOW_WORKSPACE -> ScenarioRequest.get(workspace(words)).showing("/name");
            case LIST_WORKSPACES ->
                ScenarioRequest.get("/v1/workspaces" + query("title", words.find("title")))
                        .showingEach("/name");
            case RENAME_WORKSPACE ->
                ScenarioRequest.to("PATCH", workspace(words))
                        .with("name", words.get("name"))
                        .showing("/name");
            case RETITLE_WORKSPACE ->
                ScenarioRequest.to("PATCH", workspace(words))
                        .with("title", words.get("title"))
                        .showing("/title");
            case TAKE_TITLE_OF_WORKSPACE ->
                ScenarioRequest.to("PATCH", workspace(words)).withNull("title");
            default -> {
                String contents = act == Act.DELETE_WORKSPACE_WITH_CONTENTS ? "?contents=true" : "";
                yield ScenarioRequest.delete(workspace(words) + contents)
                        .showing(answer -> List.of(words.get("workspace")));
            }
        };
    }

    private ScenarioRequest ofMember(Act act, Words words) {
        String members = workspace(words) + "/members";
        return switch (act) {
            case ADD_MEMBER ->
                ScenarioRequest.to("POST", members)
                        .with("user_id", userId(words))
                        .with("role", words.find("role"))
                        .showing("/user/username");
            case PUT_MEMBER ->
                ScenarioRequest.to("PUT", members + "/" + userId(words))
                        .with("role", words.get("role"))
                        .showing("/user/username");
            case CHANGE_MEMBER_ROLE ->
                ScenarioRequest.to("PATCH", members + "/" + userId(words))
                        .with("role", words.get("role"))
                        .showing("/user/username");
            case CLEAR_MEMBER_ROLE ->
                ScenarioRequest.to("PATCH", members + "/" + userId(words))
                        .withNull("role")
                        .showing("/user/username");
            case REMOVE_MEMBER ->
                ScenarioRequest.delete(members + "/" + userId(words)).showing(answer -> List.of(words.get("user")));
            default -> ScenarioRequest.get(members).showingEach("/user/username");
        };
    }

    private String inWorkspace(char separator, Words words) {
        String workspace = words.find("workspace");
        return workspace == null ? "" : separator + "workspace_id=" + names.workspace(workspace);
    }

    private ScenarioRequest ofDataset(Act act, Words words) {
        return switch (act) {
            case REGISTER_DATASET ->
                ScenarioRequest.to("POST", "/v1/datasets")
                        .with("name", words.get("dataset"))
                        .with(
                                "workspace_id",
                                names.workspace(words.get("workspace")).toString())
                        .with("access", words.find("access"))
                        .showing(DATASET);
            case SHOW_DATASET -> ScenarioRequest.get(dataset(words)).showing(DATASET);
            case LIST_DATASETS ->
                ScenarioRequest.get("/v1/datasets" + inWorkspace('?', words)).showingEach("/name");
            case LIST_RESTRICTED_DATASETS ->
                ScenarioRequest.get("/v1/datasets?restricted=true" + inWorkspace('&', words))
                        .showingEach("/name");
            case LIST_DATASETS_OF_CREATOR ->
                ScenarioRequest.get("/v1/datasets?creator_id=" + userId(words)).showingEach("/name");
            case RENAME_DATASET ->
                ScenarioRequest.to("PATCH", dataset(words))
                        .with("name", words.get("name"))
                        .showing(DATASET);
            case CHANGE_DATASET_ACCESS ->
                ScenarioRequest.to("PATCH", dataset(words))
                        .with("access", words.get("access"))
                        .showing(DATASET);
            case REPLACE_CREATOR ->
                ScenarioRequest.to("PATCH", dataset(words))
                        .with("creator_id", userId(words))
                        .showing(DATASET);
            default -> ScenarioRequest.delete(dataset(words));
        };
    }

    private ScenarioRequest ofWork(Act act, Words words) {
        return switch (act) {
            case ASSIGN_ANNOTATOR ->
                ScenarioRequest.to("POST", dataset(words) + "/assignees")
                        .with("user_id", userId(words))
                        .showing("/user/username");
            case UNASSIGN_ANNOTATOR ->
                ScenarioRequest.delete(dataset(words) + "/assignees/" + userId(words))
                        .showing(answer -> List.of(words.get("user")));
            case LIST_ASSIGNEES ->
                ScenarioRequest.get(dataset(words) + "/assignees").showingEach("/user/username");
            case RECORD_CONTRIBUTION ->
                ScenarioRequest.to("POST", dataset(words) + "/contributions")
                        .with("count", Long.parseLong(words.get("count")))
                        .with("user_id", words.has("user") ? userId(words) : null)
                        .showing("/count");
            case LIST_CONTRIBUTIONS_TO_DATASET ->
                ScenarioRequest.get(dataset(words) + "/contributions").showingEach("/user/name", "/count");
            default -> ScenarioRequest.get(user(words) + "/contributions").showingEach("/dataset/name", "/count");
        };
    }

    private ScenarioRequest ofAccess(Act act, Words words) {
        return switch (act) {
            case SHOW_ROLE ->
                ScenarioRequest.get("/v1/roles/" + role(words.get("role"))).showing("/name");
            case LIST_ROLES -> ScenarioRequest.get("/v1/roles").showingEach("/name");
            case DECIDE ->
                ScenarioRequest.to("POST", "/v1/decisions")
                        .with("user_id", userId(words))
                        .with("questions", List.of(question(words)))
                        .showing(answer -> List.of(answer.at("/items/0/allowed").asBoolean() ? "yes" : "no"));
            case WHO_MAY -> ScenarioRequest.get("/v1/who-may" + target(words)).showingEach("/username");
            default ->
                ScenarioRequest.get(user(words) + "/permissions")
                        .showing(answer -> entitled(words.find("target"), answer));
        };
    }

    private ScenarioRequest ofTrail(Act act, Words words) {
        if (act == Act.VERIFY_AUDIT_TRAIL) {
            return ScenarioRequest.to("POST", "/v1/audit-events/verification").showing("/intact");
        }
        String which = act == Act.LIST_AUDIT_EVENTS
                ? "action=" + words.get("action") + "&subject_id=" + userId(words)
                : "limit=1";
        return ScenarioRequest.get("/v1/audit-events?" + which).showingEach("/action", "/actor", "/subject/name");
    }

    private @Nullable ScenarioRequest ofSelf(Act act, Words words) {
        return switch (act) {
            case SHOW_ME -> ScenarioRequest.get("/v1/me").showing("/username");
            case LOG_IN ->
                ScenarioRequest.to("POST", "/v1/sessions")
                        .with("login", words.get("login"))
                        .with("password", words.get("password"))
                        .showing("/user/username");
            case COUNT_SESSIONS ->
                ScenarioRequest.get(words.has("user") ? user(words) + "/sessions" : "/v1/me/sessions")
                        .showing(answer ->
                                List.of(String.valueOf(answer.path("items").size())));
            case END_SESSION -> ScenarioRequest.delete("/v1/sessions/current");
            case END_OTHER_SESSIONS -> ScenarioRequest.delete("/v1/me/sessions");
            case CHANGE_PASSWORD ->
                ScenarioRequest.to("PUT", "/v1/me/password")
                        .with("current_password", words.get("current"))
                        .with("password", words.get("wanted"));
            case SHOW_TOKEN ->
                words.has("user") ? null : ScenarioRequest.get("/v1/me/token").showing("/user_token");
            default -> words.has("user") ? null : ScenarioRequest.to("POST", "/v1/me/token");
        };
    }

    private Map<String, Object> question(Words words) {
        Target.Ref target = names.target(words.get("target"));
        Map<String, Object> asked = new LinkedHashMap<>();
        asked.put("kind", target.kind().word());
        if (target.kind() != Target.Kind.INSTANCE) {
            asked.put("id", target.id().toString());
        }
        return Map.of("permission", words.get("permission"), "target", asked);
    }

    private String target(Words words) {
        Target.Ref target = names.target(words.get("target"));
        String id = target.kind() == Target.Kind.INSTANCE ? "" : "&id=" + target.id();
        return query("permission", words.get("permission")) + "&kind="
                + target.kind().word() + id;
    }

    /** @param target a place to tell about alone, or null for all of them */
    private static List<String> entitled(@Nullable String target, JsonNode answer) {
        Stream<JsonNode> all = answer.path("items").valueStream();
        if (target == null) {
            return all.map(ScenarioRequests::held).toList();
        }
        return all.filter(one -> held(one).endsWith(" on " + target))
                .flatMap(one -> Stream.concat(
                        one.path("permissions").valueStream().map(JsonNode::asText),
                        one.path("on_open_datasets").valueStream().map(key -> key.asText() + "?")))
                .toList();
    }

    private static String held(JsonNode entitlement) {
        String kind = entitlement.at("/place/kind").asText();
        String where = kind.equals("instance")
                ? ""
                : ":" + entitlement.at("/place/name").asText();
        return entitlement.at("/role").asText() + " on " + kind + where;
    }

    private UUID role(String name) {
        return ports.roles()
                .findByName(NameKey.of(name))
                .map(role -> role.id().value())
                .orElse(new UUID(0, 0));
    }

    private String userId(Words words) {
        return names.user(words.get("user")).toString();
    }

    private String user(Words words) {
        return "/v1/users/" + userId(words);
    }

    private String workspace(Words words) {
        return "/v1/workspaces/" + names.workspace(words.get("workspace"));
    }

    private String dataset(Words words) {
        return "/v1/datasets/" + names.dataset(words.get("dataset"));
    }

    private String organization() {
        return "/v1/organizations/" + names.organization();
    }

    private static String query(String name, @Nullable String value) {
        return value == null ? "" : "?" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}

package dev.roster.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roster.application.given.Ports;
import dev.roster.application.scenario.Act;
import dev.roster.application.scenario.Names;
import dev.roster.application.scenario.Words;
import dev.roster.domain.access.Target;
import dev.roster.domain.dataset.Dataset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says as requests what a scenario does with organizations, custom roles, grants and restrictions. */
final class PlaceRequests {
    private final Ports ports;
    private final Names names;

    PlaceRequests(Ports ports, Names names) {
        this.ports = ports;
        this.names = names;
    }

    ScenarioRequest ofOrganization(Act act, Words words) {
        String organization = "/v1/organizations/" + names.organization(words.get("organization"));
        String members = organization + "/members";
        return switch (act) {
            case CREATE_ORGANIZATION ->
                ScenarioRequest.to("POST", "/v1/organizations")
                        .with("name", words.get("organization"))
                        .showing("/name");
            case DELETE_ORGANIZATION ->
                ScenarioRequest.delete(organization).showing(answer -> List.of(words.get("organization")));
            case ADD_ORGANIZATION_MEMBER ->
                ScenarioRequest.to("POST", members)
                        .with("user_id", user(words))
                        .with("role", words.find("role"))
                        .showing("/user/username");
            case PUT_ORGANIZATION_MEMBER ->
                ScenarioRequest.to("PUT", members + "/" + user(words))
                        .with("role", words.get("role"))
                        .showing("/user/username");
            case CHANGE_ORGANIZATION_MEMBER_ROLE ->
                ScenarioRequest.to("PATCH", members + "/" + user(words))
                        .with("role", words.get("role"))
                        .showing("/user/username");
            case REMOVE_ORGANIZATION_MEMBER ->
                ScenarioRequest.delete(members + "/" + user(words)).showing(answer -> List.of(words.get("user")));
            case LIST_FORMER_MEMBERS ->
                ScenarioRequest.get(organization + "/former-members").showingEach("/user/username");
            default -> ScenarioRequest.get(members).showingEach("/user/username");
        };
    }

    ScenarioRequest ofRole(Act act, Words words) {
        return switch (act) {
            case CREATE_ROLE ->
                ScenarioRequest.to("POST", "/v1/roles")
                        .with("name", words.get("role"))
                        .with("permissions", permissions(words))
                        .with("assigned_only", narrow(words))
                        .showing("/name");
            case CHANGE_ROLE_PERMISSIONS ->
                ScenarioRequest.to("PATCH", role(words))
                        .with("permissions", permissions(words))
                        .showing("/name");
            case DELETE_ROLE ->
                ScenarioRequest.delete(role(words) + (words.has("other") ? "?reassign=" + words.get("other") : ""))
                        .showing(answer -> List.of(words.get("role")));
            case PREVIEW_ROLE ->
                ScenarioRequest.to("POST", role(words) + "/preview")
                        .with("permissions", permissions(words))
                        .with("assigned_only", narrow(words))
                        .showing(answer -> answer.path("items")
                                .valueStream()
                                .flatMap(PlaceRequests::effects)
                                .toList());
            default ->
                ScenarioRequest.to("POST", "/v1/permissions")
                        .with("name", words.get("permission"))
                        .with("reach", words.has("reach") ? words.pairs("reach") : null)
                        .showing("/name");
        };
    }

    private static Stream<String> effects(JsonNode affected) {
        return affected.path("effects")
                .valueStream()
                .map(effect -> affected.at("/user/username").asText() + " " + place(effect.path("place"))
                        + part(effect.path("extent").asText())
                        + signed(" +", effect.path("gained")) + signed(" -", effect.path("lost")));
    }

    private static String part(String extent) {
        return extent.equals("whole") ? "" : " " + extent;
    }

    private static @Nullable List<String> narrow(Words words) {
        return words.has("narrow") ? List.of(words.get("narrow").split(" ", -1)) : null;
    }

    private static String place(JsonNode place) {
        String kind = place.path("kind").asText();
        return kind.equals("instance") ? kind : kind + ":" + place.path("name").asText();
    }

    private static String signed(String sign, JsonNode permissions) {
        return permissions.valueStream().map(key -> sign + key.asText()).collect(Collectors.joining());
    }

    ScenarioRequest ofGrant(Act act, Words words) {
        return switch (act) {
            case CREATE_GRANT ->
                ScenarioRequest.to("POST", "/v1/grants")
                        .with("user_id", user(words))
                        .with("role", words.get("role"))
                        .with(
                                place(words),
                                names.target(words.get("target")).id().toString())
                        .showing(answer -> List.of(granted(answer)));
            case CHANGE_GRANT ->
                ScenarioRequest.to("PATCH", grant(words))
                        .with("role", words.get("role"))
                        .showing(answer -> List.of(granted(answer)));
            case DELETE_GRANT -> {
                List<String> before = before(words);
                yield ScenarioRequest.delete(grant(words)).showing(answer -> before);
            }
            default -> {
                String user = words.has("user") ? "&user_id=" + user(words) : "";
                String on = words.has("target")
                        ? "&" + place(words) + "="
                                + names.target(words.get("target")).id()
                        : "";
                yield ScenarioRequest.get("/v1/grants?limit=50" + user + on)
                        .showing(answer -> answer.path("items")
                                .valueStream()
                                .map(PlaceRequests::granted)
                                .toList());
            }
        };
    }

    private static String granted(JsonNode grant) {
        JsonNode dataset = grant.path("dataset");
        String place = dataset.isNull()
                ? "workspace:" + grant.at("/workspace/name").asText()
                : "dataset:" + dataset.path("name").asText();
        return grant.at("/user/username").asText() + " " + grant.path("role").asText() + " " + place;
    }

    /** The answer to a deletion is empty; what there was is in the store before it. */
    private List<String> before(Words words) {
        return ports
                .grants()
                .find(names.grant(words.get("user"), words.get("target")))
                .map(grant -> words.get("user") + " " + grant.role().name() + " " + words.get("target"))
                .stream()
                .toList();
    }

    private String place(Words words) {
        Target.Kind kind = names.target(words.get("target")).kind();
        return kind == Target.Kind.DATASET ? "dataset_id" : "workspace_id";
    }

    /** Lifting answers with nothing; how the dataset is then, is in the store. */
    ScenarioRequest ofRestriction(Act act, Words words) {
        String restriction = "/v1/datasets/" + names.dataset(words.get("dataset")) + "/restriction";
        return act == Act.RESTRICT_DATASET
                ? ScenarioRequest.to("PUT", restriction).showing("/name", "/access")
                : ScenarioRequest.delete(restriction).showing(answer -> shown(words));
    }

    private List<String> shown(Words words) {
        Dataset dataset =
                ports.datasets().get(names.dataset(words.get("dataset"))).dataset();
        return List.of(dataset.name().value(), dataset.access().word());
    }

    private String grant(Words words) {
        return "/v1/grants/" + names.grant(words.get("user"), words.get("target"));
    }

    private String role(Words words) {
        return "/v1/roles/" + names.role(words.get("role"));
    }

    private String user(Words words) {
        return names.user(words.get("user")).toString();
    }

    private static List<String> permissions(Words words) {
        return List.of(words.get("permissions").split(" "));
    }
}

package dev.roster.http.doors;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.http.TestServer;
import dev.roster.http.doors.Deed.Said;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Arize's API. Ids are the base64 of the kind and Roster's id; roles without a name there are assigned by id. */
final class ArizeDoor implements Door {
    private static final String API = "/arize/v2";
    private static final String USER = "User";

    @Override
    public String name() {
        return "arize";
    }

    @Override
    public TestServer.Ask sign(TestServer.Ask ask, String token) {
        return ask.as(token).header("Accept", "application/problem+json");
    }

    @Override
    public List<Request> requests(Said said, String caller, Room room) {
        return switch (said.deed()) {
            // There is no question for who calls: it shows people to themselves.
            case WHO_AM_I ->
                List.of(Request.get(
                        API + "/users/" + inPath(id(USER, room.person(caller).id()))));
            case LIST_PEOPLE -> List.of(Request.get(API + "/users?limit=100"));
            case SHOW -> List.of(Request.get(user(said, room)));
            case CREATE_USER -> create(said, "ANNOTATOR", "NONE", room);
            case CREATE_MEMBER -> create(said, "MEMBER", "NONE", room);
            case INVITE -> create(said, "MEMBER", "EMAIL_LINK", room);
            case RENAME -> Request.one("PATCH", user(said, room), "{'name': 'Somebody'}");
            case DELETE -> List.of(Request.delete(user(said, room)));
            case CREATE_KEY -> Request.one("POST", API + "/api-keys", "{'name': 'mine'}");
            case LIST_ROLES -> List.of(Request.get(API + "/roles"));
            case PLACE, ADD_TO_PROJECTS, REMOVE_FROM_PROJECTS, REMOVE_FROM_ORGANIZATION, GRANT -> ofMembers(said, room);
            case SHOW_ORGANIZATION -> List.of(Request.get(organization(room)));
            case RENAME_ORGANIZATION -> Request.one("PATCH", organization(room), "{'name': 'default'}");
            case CREATE_ORGANIZATION ->
                Request.one("POST", API + "/organizations", "{'name': '%s'}".formatted(room.fresh("organization")));
            case CREATE_WORKSPACE ->
                Request.one(
                        "POST",
                        API + "/spaces",
                        "{'name': '%s', 'organization_id': '%s'}"
                                .formatted(
                                        room.fresh("workspace"),
                                        id("Organization", room.organization().id())));
            case RESTRICT_DATASET ->
                Request.one(
                        "POST",
                        API + "/resource-restrictions",
                        "{'resource_id': '%s'}"
                                .formatted(id("Project", room.anotherDataset().id())));
            case LIST_USERS,
                    LIST_MEMBERS_OF_ORGANIZATION,
                    LIST_MEMBERS_OF_PROJECTS,
                    DEACTIVATE,
                    REACTIVATE,
                    MAKE,
                    CREATE_INVITE_LINK,
                    CREATE_DATASET,
                    SHOW_DATASET,
                    RENAME_DATASET,
                    DELETE_DATASET,
                    SHOW_TOKEN,
                    RENEW_TOKEN,
                    READ_AUDIT -> List.of();
        };
    }

    private static String id(String kind, Object id) {
        return Base64.getEncoder().encodeToString((kind + ":" + id).getBytes(StandardCharsets.US_ASCII));
    }

    private static String inPath(String id) {
        return id.replace("=", "%3D");
    }

    private static String user(Said said, Room room) {
        return API + "/users/" + inPath(id(USER, room.person(said.user()).id()));
    }

    private static String organization(Room room) {
        return API + "/organizations/"
                + inPath(id("Organization", room.organization().id()));
    }

    private static String projects(Room room) {
        return API + "/spaces/" + inPath(id("Space", room.projects().id()));
    }

    private static List<Request> create(Said said, String role, String mode, Room room) {
        boolean isNew = said.deed() == Deed.INVITE || said.user().equals(Room.NEWCOMER);
        String name = isNew ? room.fresh(Room.NEWCOMER) : said.user();
        return Request.one(
                "POST",
                API + "/users",
                "{'name': '%s', 'email': '%s', 'role': {'type': 'PREDEFINED', 'name': '%s'}, 'invite_mode': '%s'}"
                        .formatted(name, Room.address(name), role, mode));
    }

    private static List<Request> ofMembers(Said said, Room room) {
        User person = room.person(said.user());
        String user = id(USER, person.id());
        String ofOrganization = organization(room) + "/users";
        String ofProjects = projects(room) + "/users";
        return switch (said.deed()) {
            case PLACE ->
                List.of(
                        new Request("POST", ofOrganization, placed(user, said.role())),
                        new Request("POST", ofProjects, placed(user, said.role())));
            case ADD_TO_PROJECTS -> List.of(new Request("POST", ofProjects, placed(user, joining(person))));
            case REMOVE_FROM_PROJECTS -> List.of(Request.delete(ofProjects + "/" + inPath(user)));
            case REMOVE_FROM_ORGANIZATION -> List.of(Request.delete(ofOrganization + "/" + inPath(user)));
            default ->
                Request.one(
                        "POST",
                        API + "/role-bindings",
                        "{'user_id': '%s', 'role_id': '%s', 'resource_type': 'SPACE', 'resource_id': '%s'}"
                                .formatted(
                                        user,
                                        id("Role", Room.predefined(said.role()).id()),
                                        id("Space", room.projects().id())));
        };
    }

    /** It takes annotators as annotators alone, and nobody else as one. */
    private static String joining(User person) {
        boolean isAnnotator = person.role().equals(PredefinedRole.ANNOTATOR.ref());
        return (isAnnotator ? PredefinedRole.ANNOTATOR : PredefinedRole.VIEWER).word();
    }

    private static String placed(String user, String word) {
        PredefinedRole role = Room.predefined(word);
        return "{'user_id': '%s', 'role': %s}"
                .formatted(
                        user,
                        switch (role) {
                            case MANAGER -> named("ADMIN");
                            case ANNOTATOR -> named("ANNOTATOR");
                            case MEMBER -> named("MEMBER");
                            case VIEWER -> named("READ_ONLY");
                            case OWNER, ADMIN, REVIEWER ->
                                "{'type': 'CUSTOM', 'id': '%s'}".formatted(id("Role", role.id()));
                        });
    }

    private static String named(String name) {
        return "{'type': 'PREDEFINED', 'name': '%s'}".formatted(name);
    }

    @Override
    public List<String> shown(Deed deed, JsonNode answer) {
        return switch (deed) {
            case WHO_AM_I, SHOW -> List.of(answer.path("id").asText());
            case LIST_PEOPLE ->
                answer.path("users")
                        .valueStream()
                        .map(user -> user.path("id").asText())
                        .toList();
            default -> List.of();
        };
    }

    @Override
    public Optional<User> person(String id, Room room) {
        String plain = new String(Base64.getDecoder().decode(id), StandardCharsets.US_ASCII);
        return plain.startsWith(USER + ":")
                ? room.ports().users().find(UserId.parse(plain.substring(USER.length() + 1)))
                : Optional.empty();
    }
}

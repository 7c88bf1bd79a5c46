package dev.roster.http.doors;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roster.domain.user.User;
import dev.roster.http.TestServer;
import dev.roster.http.doors.Deed.Said;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Label Studio's API. People, organizations and projects are numbers; a role is held in the organization and in projects. */
final class LabelStudioDoor implements Door {
    private static final String API = "/label-studio/api";
    private static final Map<String, String> WORDS =
            Map.of("manager", "AD", "admin", "MA", "reviewer", "RE", "annotator", "AN");

    @Override
    public String name() {
        return "label-studio";
    }

    @Override
    public TestServer.Ask sign(TestServer.Ask ask, String token) {
        return ask.header("Authorization", "Token " + token);
    }

    @Override
    public List<Request> requests(Said said, String caller, Room room) {
        String project = API + "/projects/" + room.dataset().number();
        return switch (said.deed()) {
            case WHO_AM_I -> List.of(Request.get(API + "/current-user/whoami"));
            case SHOW_TOKEN -> List.of(Request.get(API + "/current-user/token"));
            case RENEW_TOKEN -> Request.one("POST", API + "/current-user/reset-token/", "");
            case CREATE_KEY -> Request.one("POST", API + "/token/", "");
            case LIST_PEOPLE -> List.of(Request.get(API + "/users/"));
            case SHOW -> List.of(Request.get(user(said, room)));
            case CREATE_USER -> create(said, room);
            case RENAME -> Request.one("PATCH", user(said, room), "{'username': 'Somebody'}");
            case DELETE -> List.of(Request.delete(user(said, room)));
            case DEACTIVATE -> standing(said, "DI", room);
            case PLACE -> standing(said, Objects.requireNonNull(WORDS.get(said.role())), room);
            case ADD_TO_PROJECTS -> standing(said, "RE", room);
            case REMOVE_FROM_ORGANIZATION -> List.of(Request.delete(members(room) + "/" + number(said, room) + "/"));
            case LIST_MEMBERS_OF_ORGANIZATION -> List.of(Request.get(members(room) + "?page_size=1000"));
            case INVITE ->
                Request.one(
                        "POST",
                        API + "/invite/send-email",
                        "{'emails': ['%s']}".formatted(Room.address(room.fresh(Room.NEWCOMER))));
            case CREATE_INVITE_LINK -> Request.one("POST", API + "/invite/reset-token", "");
            case SHOW_ORGANIZATION -> List.of(Request.get(organization(room)));
            case RENAME_ORGANIZATION -> Request.one("PATCH", organization(room), "{'title': 'default'}");
            case CREATE_DATASET ->
                Request.one("POST", API + "/projects/", "{'title': '%s'}".formatted(room.fresh("dataset")));
            case SHOW_DATASET -> List.of(Request.get(project));
            case DELETE_DATASET ->
                List.of(Request.delete(
                        API + "/projects/" + room.anotherDataset().number() + "/"));
            case LIST_USERS,
                    LIST_MEMBERS_OF_PROJECTS,
                    CREATE_MEMBER,
                    REACTIVATE,
                    MAKE,
                    REMOVE_FROM_PROJECTS,
                    GRANT,
                    CREATE_ORGANIZATION,
                    CREATE_WORKSPACE,
                    RENAME_DATASET,
                    RESTRICT_DATASET,
                    LIST_ROLES,
                    READ_AUDIT -> List.of();
        };
    }

    private static List<Request> create(Said said, Room room) {
        String name = said.user().equals(Room.NEWCOMER) ? room.fresh(Room.NEWCOMER) : said.user();
        return Request.one(
                "POST", API + "/users/", "{'username': '%s', 'email': '%s'}".formatted(name, Room.address(name)));
    }

    private static long number(Said said, Room room) {
        return room.person(said.user()).number();
    }

    private static String user(Said said, Room room) {
        return API + "/users/" + number(said, room) + "/";
    }

    private static String organization(Room room) {
        return API + "/organizations/" + room.organization().number();
    }

    private static String members(Room room) {
        return organization(room) + "/memberships";
    }

    private static List<Request> standing(Said said, String word, Room room) {
        return Request.one("PATCH", members(room), "{'user_id': %d, 'role': '%s'}".formatted(number(said, room), word));
    }

    @Override
    public List<String> shown(Deed deed, JsonNode answer) {
        return switch (deed) {
            case WHO_AM_I, SHOW -> List.of(answer.path("id").asText());
            case LIST_PEOPLE ->
                answer.valueStream().map(user -> user.path("id").asText()).toList();
            case LIST_MEMBERS_OF_ORGANIZATION ->
                answer.path("results")
                        .valueStream()
                        .map(item -> item.at("/user/id").asText())
                        .toList();
            default -> List.of();
        };
    }

    @Override
    public Optional<User> person(String id, Room room) {
        return room.ports().users().findByNumber(Long.parseLong(id));
    }
}

package dev.roster.http.doors;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.http.TestServer;
import dev.roster.http.doors.Deed.Said;
import java.util.List;
import java.util.Optional;

/** Argilla's API, as SDK 2 speaks to it. */
final class ArgillaDoor implements Door {
    private static final String API = "/argilla/api/v1";

    @Override
    public String name() {
        return "argilla";
    }

    @Override
    public TestServer.Ask sign(TestServer.Ask ask, String token) {
        return ask.header("X-Argilla-Api-Key", token);
    }

    @Override
    public List<Request> requests(Said said, String caller, Room room) {
        String projects = API + "/workspaces/" + room.projects().id();
        String dataset = API + "/datasets/" + room.dataset().id();
        return switch (said.deed()) {
            case WHO_AM_I, SHOW_TOKEN -> List.of(Request.get(API + "/me"));
            case RENEW_TOKEN -> Request.one("POST", API + "/me/api-key", "");
            case LIST_USERS -> List.of(Request.get(API + "/users"));
            case CREATE_USER -> create(said, room);
            case RENAME -> Request.one("PATCH", user(said, room), "{'first_name': 'Somebody'}");
            case MAKE -> Request.one("PATCH", user(said, room), "{'role': '%s'}".formatted(said.role()));
            case DELETE -> List.of(Request.delete(user(said, room)));
            case ADD_TO_PROJECTS ->
                Request.one("POST", projects + "/users", "{'user_id': '%s'}".formatted(id(said, room)));
            case REMOVE_FROM_PROJECTS -> List.of(Request.delete(projects + "/users/" + id(said, room)));
            case LIST_MEMBERS_OF_PROJECTS -> List.of(Request.get(projects + "/users"));
            case CREATE_WORKSPACE ->
                Request.one("POST", API + "/workspaces", "{'name': '%s'}".formatted(room.fresh("workspace")));
            case CREATE_DATASET ->
                Request.one(
                        "POST",
                        API + "/datasets",
                        "{'name': '%s', 'workspace_id': '%s'}"
                                .formatted(
                                        room.fresh("dataset"), room.projects().id()));
            case SHOW_DATASET -> List.of(Request.get(dataset));
            case RENAME_DATASET -> Request.one("PATCH", dataset, "{'name': 'birds'}");
            case DELETE_DATASET ->
                List.of(Request.delete(
                        API + "/datasets/" + room.anotherDataset().id()));
            case LIST_PEOPLE,
                    SHOW,
                    CREATE_MEMBER,
                    DEACTIVATE,
                    REACTIVATE,
                    PLACE,
                    REMOVE_FROM_ORGANIZATION,
                    LIST_MEMBERS_OF_ORGANIZATION,
                    GRANT,
                    INVITE,
                    CREATE_INVITE_LINK,
                    SHOW_ORGANIZATION,
                    RENAME_ORGANIZATION,
                    CREATE_ORGANIZATION,
                    RESTRICT_DATASET,
                    CREATE_KEY,
                    LIST_ROLES,
                    READ_AUDIT -> List.of();
        };
    }

    private static List<Request> create(Said said, Room room) {
        String name = said.user().equals(Room.NEWCOMER) ? room.fresh(Room.NEWCOMER) : said.user();
        return Request.one(
                "POST",
                API + "/users",
                "{'username': '%s', 'first_name': '%s', 'password': 'correct-horse-battery'}"
                        .formatted(Room.address(name), name));
    }

    private static String id(Said said, Room room) {
        return room.person(said.user()).id().toString();
    }

    private static String user(Said said, Room room) {
        return API + "/users/" + id(said, room);
    }

    @Override
    public List<String> shown(Deed deed, JsonNode answer) {
        return switch (deed) {
            case WHO_AM_I -> List.of(answer.path("id").asText());
            case LIST_USERS, LIST_MEMBERS_OF_PROJECTS ->
                answer.path("items")
                        .valueStream()
                        .map(item -> item.path("id").asText())
                        .toList();
            default -> List.of();
        };
    }

    @Override
    public Optional<User> person(String id, Room room) {
        return room.ports().users().find(UserId.parse(id));
    }
}

package dev.roster.http.doors;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.http.TestServer;
import dev.roster.http.doors.Deed.Said;
import java.util.List;
import java.util.Optional;

/** Roster's own API. It has a call for every deed. */
final class NativeDoor implements Door {
    @Override
    public String name() {
        return "native";
    }

    @Override
    public TestServer.Ask sign(TestServer.Ask ask, String token) {
        return ask.as(token);
    }

    @Override
    public List<Request> requests(Said said, String caller, Room room) {
        return switch (said.deed()) {
            case WHO_AM_I -> List.of(Request.get("/v1/me"));
            case LIST_PEOPLE -> List.of(Request.get("/v1/people?limit=200"));
            case LIST_USERS -> List.of(Request.get("/v1/users?limit=200"));
            case SHOW -> List.of(Request.get("/v1/people/" + id(said, room)));
            case CREATE_USER -> create(said, "annotator", room);
            case CREATE_MEMBER -> create(said, "member", room);
            case RENAME -> Request.one("PATCH", user(said, room), "{'display_name': 'Somebody'}");
            case DELETE -> List.of(Request.delete(user(said, room)));
            case DEACTIVATE -> Request.one("POST", user(said, room) + "/deactivate", "");
            case REACTIVATE -> Request.one("POST", user(said, room) + "/reactivate", "");
            case MAKE -> Request.one("PATCH", user(said, room), "{'role': '%s'}".formatted(said.role()));
            case INVITE ->
                Request.one(
                        "POST",
                        "/v1/invitations",
                        "{'email': '%s', 'mode': 'link'}".formatted(Room.address(room.fresh(Room.NEWCOMER))));
            case SHOW_TOKEN -> List.of(Request.get("/v1/me/token"));
            case RENEW_TOKEN -> Request.one("POST", "/v1/me/token", "");
            case CREATE_KEY -> Request.one("POST", "/v1/me/keys", "{'name': 'mine'}");
            case LIST_ROLES -> List.of(Request.get("/v1/roles"));
            case READ_AUDIT -> List.of(Request.get("/v1/audit-events"));
            case PLACE,
                    ADD_TO_PROJECTS,
                    REMOVE_FROM_PROJECTS,
                    REMOVE_FROM_ORGANIZATION,
                    GRANT,
                    LIST_MEMBERS_OF_ORGANIZATION,
                    LIST_MEMBERS_OF_PROJECTS -> ofMembers(said, room);
            case CREATE_INVITE_LINK,
                    SHOW_ORGANIZATION,
                    RENAME_ORGANIZATION,
                    CREATE_ORGANIZATION,
                    CREATE_WORKSPACE,
                    CREATE_DATASET,
                    SHOW_DATASET,
                    RENAME_DATASET,
                    DELETE_DATASET,
                    RESTRICT_DATASET -> ofPlaces(said, room);
        };
    }

    private static List<Request> create(Said said, String role, Room room) {
        String address = Room.address(said.user().equals(Room.NEWCOMER) ? room.fresh(Room.NEWCOMER) : said.user());
        return Request.one(
                "POST",
                "/v1/users",
                "{'username': '%s', 'email': '%s', 'role': '%s'}".formatted(address, address, role));
    }

    private static String id(Said said, Room room) {
        return room.person(said.user()).id().toString();
    }

    private static String user(Said said, Room room) {
        return "/v1/users/" + id(said, room);
    }

    private static String organization(Room room) {
        return "/v1/organizations/" + room.organization().id();
    }

    private static String projects(Room room) {
        return "/v1/workspaces/" + room.projects().id();
    }

    private static List<Request> ofMembers(Said said, Room room) {
        String ofOrganization = organization(room) + "/members";
        String ofProjects = projects(room) + "/members";
        return switch (said.deed()) {
            case PLACE -> place(id(said, room), said.role(), ofOrganization, ofProjects);
            case ADD_TO_PROJECTS -> Request.one("POST", ofProjects, "{'user_id': '%s'}".formatted(id(said, room)));
            case REMOVE_FROM_PROJECTS -> List.of(Request.delete(ofProjects + "/" + id(said, room)));
            case REMOVE_FROM_ORGANIZATION -> List.of(Request.delete(ofOrganization + "/" + id(said, room)));
            case GRANT ->
                Request.one(
                        "POST",
                        "/v1/grants",
                        "{'user_id': '%s', 'role': '%s', 'workspace_id': '%s'}"
                                .formatted(
                                        id(said, room),
                                        said.role(),
                                        room.projects().id()));
            case LIST_MEMBERS_OF_ORGANIZATION -> List.of(Request.get(ofOrganization + "?limit=200"));
            default -> List.of(Request.get(ofProjects + "?limit=200"));
        };
    }

    private static List<Request> place(String user, String role, String... members) {
        String body = "{'role': '%s'}".formatted(role);
        return List.of(
                new Request("PUT", members[0] + "/" + user, body), new Request("PUT", members[1] + "/" + user, body));
    }

    private static List<Request> ofPlaces(Said said, Room room) {
        String dataset = "/v1/datasets/" + room.dataset().id();
        return switch (said.deed()) {
            case CREATE_INVITE_LINK -> Request.one("POST", organization(room) + "/invite-link", "{}");
            case SHOW_ORGANIZATION -> List.of(Request.get(organization(room)));
            case RENAME_ORGANIZATION -> Request.one("PATCH", organization(room), "{'name': 'default'}");
            case CREATE_ORGANIZATION ->
                Request.one("POST", "/v1/organizations", "{'name': '%s'}".formatted(room.fresh("organization")));
            case CREATE_WORKSPACE ->
                Request.one(
                        "POST",
                        "/v1/workspaces",
                        "{'name': '%s', 'organization_id': '%s'}"
                                .formatted(
                                        room.fresh("workspace"),
                                        room.organization().id()));
            case CREATE_DATASET ->
                Request.one(
                        "POST",
                        "/v1/datasets",
                        "{'name': '%s', 'workspace_id': '%s'}"
                                .formatted(
                                        room.fresh("dataset"), room.projects().id()));
            case SHOW_DATASET -> List.of(Request.get(dataset));
            case RENAME_DATASET -> Request.one("PATCH", dataset, "{'name': 'birds'}");
            case DELETE_DATASET ->
                List.of(Request.delete("/v1/datasets/" + room.anotherDataset().id()));
            default ->
                Request.one("PUT", "/v1/datasets/" + room.anotherDataset().id() + "/restriction", "");
        };
    }

    @Override
    public List<String> shown(Deed deed, JsonNode answer) {
        return switch (deed) {
            case WHO_AM_I, SHOW -> List.of(answer.path("id").asText());
            case LIST_PEOPLE, LIST_USERS -> each(answer, "/id");
            case LIST_MEMBERS_OF_ORGANIZATION, LIST_MEMBERS_OF_PROJECTS -> each(answer, "/user/id");
            default -> List.of();
        };
    }

    private static List<String> each(JsonNode answer, String pointer) {
        return answer.path("items")
                .valueStream()
                .map(item -> item.at(pointer).asText())
                .toList();
    }

    @Override
    public Optional<User> person(String id, Room room) {
        return room.ports().users().find(UserId.parse(id));
    }
}

package dev.roster.http.doors;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roster.domain.user.User;
import dev.roster.http.TestServer;
import dev.roster.http.doors.Deed.Said;
import java.util.List;
import java.util.Optional;

/** A way in: which requests a deed is there, how callers prove who they are, and how people are named. */
interface Door {
    /** In the order in which a round goes through them. */
    List<Door> ALL = List.of(new NativeDoor(), new ArgillaDoor(), new ArizeDoor(), new LabelStudioDoor());

    /**
     * A request.
     *
     * @param body with single quotes for double ones; empty for none
     */
    record Request(String method, String path, String body) {
        static Request get(String path) {
            return new Request("GET", path, "");
        }

        static Request delete(String path) {
            return new Request("DELETE", path, "");
        }

        static List<Request> one(String method, String path, String body) {
            return List.of(new Request(method, path, body));
        }
    }

    static Door named(String name) {
        return ALL.stream()
                .filter(door -> door.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no door `" + name + "`"));
    }

    /** As the file calls it. */
    String name();

    /** What to send, one after the other until one is refused; empty for what this door has no call for. */
    List<Request> requests(Said said, String caller, Room room);

    TestServer.Ask sign(TestServer.Ask ask, String token);

    /** The ids that an answer shows, of the people that the deed is about, as this door writes them. */
    List<String> shown(Deed deed, JsonNode answer);

    /** The person behind an id that this door showed. */
    Optional<User> person(String id, Room room);
}

package dev.roster.http.argilla;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roster.application.port.ForeignPlatform;
import dev.roster.application.port.ForeignPlatformPersonBuilder;
import dev.roster.domain.text.Uuids;
import dev.roster.http.dialect.ForeignServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** A running Argilla 2.x server, read over its API. */
final class ArgillaClient implements ForeignPlatform {
    private final ForeignServer server = new ForeignServer(new ForeignServer.Words(
            "Argilla", "an Argilla 2.x server", "https://argilla.example.org", "the key is not an owner's"));

    @Override
    public Contents read(Address address, Reading reading) {
        List<Person> people = people(address);
        reading.read("users", people.size());
        List<Team> teams = teams(address);
        List<Held> members = new ArrayList<>();
        teams.forEach(team ->
                members(address, team).forEach(person -> members.add(new Held(team.id(), person, null, null))));
        return Contents.none().withPeople(people).withTeams(teams).withTeamMembers(members);
    }

    /** Everybody, oldest first. */
    List<Person> people(Address address) {
        return items(
                address,
                "/api/v1/users",
                item -> ForeignPlatformPersonBuilder.builder()
                        .id(text(item, "id"))
                        .username(text(item, "username"))
                        .firstName(text(item, "first_name"))
                        .lastName(item.path("last_name").textValue())
                        .role(text(item, "role"))
                        .build());
    }

    /** All workspaces, oldest first. */
    List<Team> teams(Address address) {
        return items(address, "/api/v1/me/workspaces", item -> new Team(text(item, "id"), text(item, "name")));
    }

    /** The ids of a workspace's members, in order of joining. */
    List<String> members(Address address, Team team) {
        if (!Uuids.isUuid(team.id())) {
            return List.of();
        }
        return items(address, "/api/v1/workspaces/" + team.id() + "/users", item -> text(item, "id"));
    }

    private static String text(JsonNode item, String field) {
        return item.path(field).asText("");
    }

    private <T> List<T> items(Address address, String path, Function<JsonNode, T> item) {
        JsonNode items = server.get(address, path, Map.of("X-Argilla-Api-Key", server.key(address)))
                .path("items");
        if (!items.isArray()) {
            throw server.senseless(address, path, "no list of items");
        }
        return StreamSupport.stream(items.spliterator(), false).map(item).toList();
    }
}

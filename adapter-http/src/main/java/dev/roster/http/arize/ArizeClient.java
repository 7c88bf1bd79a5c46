package dev.roster.http.arize;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roster.application.port.ForeignPlatform;
import dev.roster.application.port.ForeignPlatformPersonBuilder;
import dev.roster.http.arize.RolesThere.Role;
import dev.roster.http.dialect.ForeignServer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A running Arize, read over its API, version 2 (contract §2–7). That has no list of the members of an organization or space:
 * what can be known of them is what role bindings say.
 */
final class ArizeClient implements ForeignPlatform {
    private static final String UNTOLD =
            "Arize does not report the members of organizations and spaces, except for role bindings on spaces; add the others "
                    + "with `roster members add` or `roster apply`";
    private static final int AT_A_TIME = 100;

    /** More than any account has, and few enough to hold. */
    private static final int MOST_PAGES = 20_000;

    private static final Map<String, String> OBSTACLES = Map.of(
            "INVITED", "has not accepted the invitation there; send one from here",
            "EXPIRED", "has an expired invitation there; send one from here");

    private final ForeignServer server;
    private final int mostPages;

    ArizeClient() {
        this(MOST_PAGES);
    }

    ArizeClient(int mostPages) {
        this.server = new ForeignServer(new ForeignServer.Words(
                "Arize", "an Arize server", "https://api.arize.com", "the key is not an admin's"));
        this.mostPages = mostPages;
    }

    @Override
    public boolean hasUuids() {
        return false;
    }

    @Override
    public Contents read(Address address, Reading reading) {
        RolesThere roles = RolesThere.of(all(address, reading, "roles", "/v2/roles", Function.identity()));
        List<Person> people = all(address, reading, "users", "/v2/users", user -> person(user, roles));
        List<Group> groups = all(
                address,
                reading,
                "organizations",
                "/v2/organizations",
                group -> new Group(text(group, "id"), text(group, "name"), text(group, "description")));
        List<Team> teams = new ArrayList<>();
        groups.forEach(group -> teams.addAll(all(
                address,
                reading,
                "spaces",
                "/v2/spaces?org_id=" + encoded(group.id()),
                space -> new Team(
                        text(space, "id"), null, text(space, "name"), group.id(), text(space, "description")))));
        return bindings(
                address,
                reading,
                roles,
                Contents.none()
                        .withRoles(roles.custom())
                        .withPeople(people)
                        .withGroups(groups)
                        .withTeams(teams)
                        .withUntold(List.of(UNTOLD)));
    }

    /** Predefined roles of Arize's own that are bound on a space are how one belongs to it; all others come on top. */
    private Contents bindings(Address address, Reading reading, RolesThere roles, Contents others) {
        List<Held> members = new ArrayList<>();
        List<Held> bindings = new ArrayList<>();
        for (JsonNode binding : all(address, reading, "role bindings", bound("SPACE"), Function.identity())) {
            Role role = roles.bound(text(binding, "role_id"));
            (role.isMembership() ? members : bindings).add(held(binding, role));
        }
        List<Held> onProjects = all(
                address,
                reading,
                "role bindings",
                bound("PROJECT"),
                binding -> held(binding, roles.bound(text(binding, "role_id"))));
        return others.withTeamMembers(members).withBindings(bindings).withProjectBindings(onProjects);
    }

    private static String bound(String resource) {
        return "/v2/role-bindings?resource_type=" + resource;
    }

    private static Held held(JsonNode binding, Role role) {
        return new Held(text(binding, "resource_id"), text(binding, "user_id"), role.word(), role.id());
    }

    private static Person person(JsonNode user, RolesThere roles) {
        Role role = roles.ofAccount(user.path("role"));
        String email = text(user, "email");
        return ForeignPlatformPersonBuilder.builder()
                .id(text(user, "id"))
                .username(email.isEmpty() ? text(user, "name") : email)
                .firstName("")
                .displayName(text(user, "name"))
                .email(email)
                .role(role.word())
                .roleId(role.id())
                .developer(user.path("is_developer").asBoolean())
                .obstacle(obstacle(user, email))
                .build();
    }

    private static @Nullable String obstacle(JsonNode user, String email) {
        if (email.isEmpty()) {
            return "has no e-mail address there, which is required here";
        }
        String status = text(user, "status").toUpperCase(Locale.ROOT);
        return status.equals("ACTIVE")
                ? null
                : OBSTACLES.getOrDefault(status, "is not active there, but `" + status + "`");
    }

    private static String text(JsonNode item, String field) {
        return item.path(field).asText("");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /**
     * All pages of a list.
     *
     * @param plural what is listed, which with underscores is the key of the items
     */
    private <T> List<T> all(Address address, Reading reading, String plural, String path, Function<JsonNode, T> item) {
        List<T> all = new ArrayList<>();
        Set<String> cursors = new HashSet<>();
        String first = path + (path.indexOf('?') < 0 ? '?' : '&') + "limit=" + AT_A_TIME;
        String next = "";
        do {
            String there = next.isEmpty() ? first : first + "&cursor=" + encoded(next);
            JsonNode page = server.get(address, there, headers(address));
            JsonNode items = page.path(plural.replace(' ', '_'));
            if (!items.isArray()) {
                throw server.senseless(address, path, "no list of " + plural);
            }
            for (JsonNode one : items) {
                all.add(item.apply(one));
                reading.read(plural, all.size());
            }
            next = page.path("pagination").path("next_cursor").asText("");
            if (!next.isEmpty() && (!cursors.add(next) || cursors.size() >= mostPages)) {
                throw server.senseless(address, path, "a list of " + plural + " that does not end");
            }
        } while (!next.isEmpty());
        return all;
    }

    private Map<String, String> headers(Address address) {
        return Map.of("Authorization", "Bearer " + server.key(address));
    }
}

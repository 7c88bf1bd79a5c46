package dev.roster.http.labelstudio;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roster.application.port.ForeignPlatform;
import dev.roster.application.port.ForeignPlatformPersonBuilder;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.http.dialect.ForeignServer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A running Label Studio, read over its API (contract §3, §4). Its people work across their organization's projects, so the
 * role that one has in an organization is held in the organization and in the workspace of its projects.
 */
final class LabelStudioClient implements ForeignPlatform {
    private static final String PROJECTS = "projects";
    private static final String NO_ROLES =
            "Label Studio's open edition has no roles, so its members are imported without one, except for the creator of the organization; "
                    + "give them one with `roster organizations` and `roster members`";
    private static final String ONE_ORGANIZATION =
            "Label Studio lists the projects of one organization, the active one of the key's user; switch to another there, and "
                    + "import again";
    private static final int AT_A_TIME = 100;

    /** More than any server has, and few enough to hold. */
    private static final int MOST_PAGES = 20_000;

    private static final String OWNER = "OW";
    private static final String DEACTIVATED = "DI";

    /** Words for which no role is held: an owner is one by account (contract §10.2). */
    private static final Set<String> NONE_OF_THEIR_OWN = Set.of(OWNER, "NO", DEACTIVATED);

    private static final Map<String, String> MEANINGS = Map.of(
            "AD", PredefinedRole.MANAGER.word(),
            "MA", PredefinedRole.ADMIN.word(),
            "RE", PredefinedRole.REVIEWER.word(),
            "AN", PredefinedRole.ANNOTATOR.word());

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final Pattern MASKED = Pattern.compile("deleted-[0-9]+-user@example\\.com|deleted( user)?");

    private final ForeignServer server;
    private final int mostPages;

    LabelStudioClient() {
        this(MOST_PAGES);
    }

    LabelStudioClient(int mostPages) {
        this.server = new ForeignServer(new ForeignServer.Words(
                "Label Studio",
                "a Label Studio server",
                "https://label-studio.example.org",
                "the key may not read this"));
        this.mostPages = mostPages;
    }

    @Override
    public boolean hasUuids() {
        return false;
    }

    @Override
    public Contents read(Address address, Reading reading) {
        LabelStudioKey key = new LabelStudioKey(server, address);
        Found found = new Found();
        for (JsonNode organization : list(key, "/api/organizations/", "organizations")) {
            String id = number(key, "/api/organizations/", organization.path("id"));
            JsonNode detail = key.get("/api/organizations/" + id);
            found.organization(
                    id, text(detail, "title"), detail.path("created_by").asText(""));
            reading.read("organizations", found.groups.size());
            pages(key, "/api/organizations/" + id + "/memberships", "members", member -> {
                found.member(id, member);
                reading.read("members", found.groupMembers.size());
            });
        }
        String active =
                key.get("/api/current-user/whoami").path("active_organization").asText("");
        pages(key, "/api/projects/", PROJECTS, project -> {
            found.project(active, project);
            reading.read(PROJECTS, found.projects.size());
        });
        return found.contents();
    }

    private static String text(JsonNode item, String field) {
        return item.path(field).asText("");
    }

    private String number(LabelStudioKey key, String path, JsonNode value) {
        String text = value.asText("");
        if (!NUMBER.matcher(text).matches()) {
            throw server.senseless(key.address(), path, "an id that is no number");
        }
        return text;
    }

    /** A list as it is, or as a page of one where the server pages it. */
    private JsonNode list(LabelStudioKey key, String path, String things) {
        JsonNode answer = key.get(path);
        JsonNode items = answer.isArray() ? answer : answer.path("results");
        if (!items.isArray()) {
            throw server.senseless(key.address(), path, "no list of " + things);
        }
        return items;
    }

    /** All pages; where the next one is, is not believed but counted. */
    private void pages(LabelStudioKey key, String path, String things, Consumer<JsonNode> item) {
        JsonNode page;
        int number = 1;
        do {
            if (number > mostPages) {
                throw server.senseless(key.address(), path, "a list of " + things + " that does not end");
            }
            page = key.get(path + "?page=" + number + "&page_size=" + AT_A_TIME);
            JsonNode items = page.path("results");
            if (!items.isArray()) {
                throw server.senseless(key.address(), path, "no list of " + things);
            }
            items.forEach(item);
            number++;
        } while (page.hasNonNull("next") && !page.path("results").isEmpty());
    }

    /** What was read so far. */
    private static final class Found {
        private final Map<String, Person> people = new LinkedHashMap<>();
        private final Map<String, String> creators = new LinkedHashMap<>();
        private final List<Group> groups = new ArrayList<>();
        private final List<Team> teams = new ArrayList<>();
        private final List<Held> groupMembers = new ArrayList<>();
        private final List<Held> teamMembers = new ArrayList<>();
        private final List<Project> projects = new ArrayList<>();
        private boolean hasRoles;

        void organization(String id, String title, String creator) {
            groups.add(new Group(id, title, ""));
            teams.add(new Team(id, null, PROJECTS, id, ""));
            creators.put(id, creator);
        }

        void member(String organization, JsonNode member) {
            JsonNode user = member.path("user");
            String id = text(user, "id");
            String word = text(member, "role");
            hasRoles |= !word.isEmpty();
            people.merge(id, person(id, user, word), Found::both);
            if (word.equals(DEACTIVATED)) {
                return;
            }
            String role = role(word, id.equals(creators.get(organization)));
            groupMembers.add(new Held(organization, id, role, null));
            if (role != null) {
                teamMembers.add(new Held(organization, id, role, null));
            }
        }

        /** An owner is one everywhere; who may come as a member of anything comes. */
        private static Person both(Person one, Person other) {
            if (one.obstacle() != null) {
                return other;
            }
            return PredefinedRole.OWNER.word().equals(other.role()) ? one.withRole(other.role()) : one;
        }

        private static Person person(String id, JsonNode user, String word) {
            String email = text(user, "email").toLowerCase(Locale.ROOT);
            boolean isOwner = word.equals(OWNER);
            return ForeignPlatformPersonBuilder.builder()
                    .id(id)
                    .username(email.isEmpty() ? text(user, "username") : email)
                    .firstName(text(user, "first_name"))
                    .lastName(text(user, "last_name"))
                    .displayName(text(user, "username"))
                    .email(email)
                    .role((isOwner ? PredefinedRole.OWNER : PredefinedRole.ANNOTATOR).word())
                    .obstacle(obstacle(email, word))
                    .build();
        }

        private static @Nullable String obstacle(String email, String word) {
            if (email.isEmpty()) {
                return "has no e-mail address there, which is required here";
            }
            if (MASKED.matcher(email).matches()) {
                return "was removed there";
            }
            return word.equals(DEACTIVATED) ? "is deactivated there" : null;
        }

        /** What is held in the organization and in the workspace of its projects; null for nothing but being there. */
        private static @Nullable String role(String word, boolean isCreator) {
            if (word.isEmpty()) {
                return isCreator ? PredefinedRole.MANAGER.word() : null;
            }
            return NONE_OF_THEIR_OWN.contains(word) ? null : MEANINGS.getOrDefault(word, word);
        }

        void project(String organization, JsonNode project) {
            String creator = text(project.path("created_by"), "id");
            projects.add(new Project(
                    text(project, "id"), text(project, "title"), organization, creator.isEmpty() ? null : creator));
        }

        Contents contents() {
            List<String> untold = new ArrayList<>();
            if (!hasRoles) {
                untold.add(NO_ROLES);
            }
            if (groups.size() > 1) {
                untold.add(ONE_ORGANIZATION);
            }
            return Contents.none()
                    .withPeople(List.copyOf(people.values()))
                    .withGroups(groups)
                    .withGroupMembers(groupMembers)
                    .withTeams(teams)
                    .withTeamMembers(teamMembers)
                    .withProjects(projects)
                    .withUntold(untold);
        }
    }
}

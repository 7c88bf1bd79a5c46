package dev.roster.application.fake;

import dev.roster.application.port.ForeignPlatform;
import dev.roster.application.port.ForeignPlatformPersonBuilder;
import dev.roster.domain.RefusedException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Another platform whose people a test writes down. Its key is {@value #KEY}. */
public final class InMemoryPlatform implements ForeignPlatform {
    public static final String KEY = "foreign-key";

    private final List<Person> people = new ArrayList<>();
    private final Map<Team, List<String>> teams = new LinkedHashMap<>();
    private boolean hasUuids = true;

    public InMemoryPlatform person(String id, String username, String role) {
        return person(ForeignPlatformPersonBuilder.builder()
                .id(id)
                .username(username)
                .firstName(username)
                .role(role)
                .build());
    }

    public InMemoryPlatform person(Person person) {
        people.add(person);
        return this;
    }

    /** From now on its ids are such as Roster cannot keep. */
    public InMemoryPlatform withoutUuids() {
        hasUuids = false;
        return this;
    }

    @Override
    public boolean hasUuids() {
        return hasUuids;
    }

    public InMemoryPlatform team(String id, String name, String... members) {
        teams.put(new Team(id, name), List.of(members));
        return this;
    }

    @Override
    public List<Person> people(Address address) {
        if (!address.key().reveal().equals(KEY)) {
            throw RefusedException.unauthenticated("`" + address.url() + "` does not know the key");
        }
        return List.copyOf(people);
    }

    @Override
    public List<Team> teams(Address address) {
        return List.copyOf(teams.keySet());
    }

    @Override
    public List<String> members(Address address, Team team) {
        @Nullable List<String> members = teams.get(team);
        return members == null ? List.of() : members;
    }
}

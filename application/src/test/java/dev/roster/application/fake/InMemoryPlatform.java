package dev.roster.application.fake;

import dev.roster.application.port.ForeignPlatform;
import dev.roster.application.port.ForeignPlatformPersonBuilder;
import dev.roster.domain.RefusedException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Another platform whose people a test writes down. Its key is {@value #KEY}. */
public final class InMemoryPlatform implements ForeignPlatform {
    public static final String KEY = "foreign-key";

    private final List<Person> people = new ArrayList<>();
    private final Map<Team, List<String>> teams = new LinkedHashMap<>();
    private UnaryOperator<Contents> also = UnaryOperator.identity();
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

    /** Says what else there is, beside the people and teams that it was told of. */
    public InMemoryPlatform also(UnaryOperator<Contents> more) {
        also = more;
        return this;
    }

    @Override
    public Contents read(Address address, Reading reading) {
        if (!address.key().reveal().equals(KEY)) {
            throw RefusedException.unauthenticated("`" + address.url() + "` does not accept the key");
        }
        reading.read("users", people.size());
        List<Held> members = new ArrayList<>();
        teams.forEach((team, people) -> people.forEach(person -> members.add(new Held(team.id(), person, null, null))));
        return also.apply(Contents.none()
                .withPeople(people)
                .withTeams(List.copyOf(teams.keySet()))
                .withTeamMembers(members));
    }
}

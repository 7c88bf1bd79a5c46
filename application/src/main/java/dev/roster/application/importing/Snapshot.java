package dev.roster.application.importing;

import dev.roster.application.port.ForeignPlatform;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything that was read from the other platform, before anything is compared. */
record Snapshot(boolean hasUuids, List<ForeignPlatform.Person> people, Map<ForeignPlatform.Team, List<String>> teams) {
    static Snapshot read(ForeignPlatform platform, ForeignPlatform.Address address) {
        List<ForeignPlatform.Person> people = platform.people(address);
        Map<ForeignPlatform.Team, List<String>> teams = new LinkedHashMap<>();
        for (ForeignPlatform.Team team : platform.teams(address)) {
            teams.put(team, platform.members(address, team));
        }
        return new Snapshot(platform.hasUuids(), people, teams);
    }
}

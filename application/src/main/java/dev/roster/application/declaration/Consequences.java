package dev.roster.application.declaration;

import dev.roster.application.access.PresentActors;
import dev.roster.application.paging.PageRequest;
import dev.roster.domain.access.Actor;
import dev.roster.domain.access.RoleChange;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What steps mean for people: what decisions say of them before and after. */
final class Consequences {
    private final PresentActors actors;

    @Inject
    Consequences(PresentActors actors) {
        this.actors = actors;
    }

    /** People as they are now. */
    Map<UserId, Actor> of(Set<UserId> people) {
        List<UserId> all = List.copyOf(people);
        Map<UserId, Actor> found = new LinkedHashMap<>();
        for (int from = 0; from < all.size(); from += PageRequest.MOST) {
            found.putAll(actors.findWhole(
                    Set.copyOf(all.subList(from, Math.min(from + PageRequest.MOST, all.size())))));
        }
        return found;
    }

    /** By username, then by place. */
    static List<Plan.Consequence> between(Map<UserId, Actor> before, Map<UserId, Actor> after) {
        List<Plan.Consequence> consequences = new ArrayList<>();
        before.values().stream()
                .sorted((one, other) -> one.label().compareTo(other.label()))
                .filter(person -> after.containsKey(person.id()))
                .forEach(person -> RoleChange.between(person, after.getOrDefault(person.id(), person))
                        .forEach(effect -> consequences.add(new Plan.Consequence(person.label(), effect))));
        return consequences;
    }
}

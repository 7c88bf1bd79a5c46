package dev.roster.application.access;

import dev.roster.application.Now;
import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Actors;
import dev.roster.domain.access.Actor;
import dev.roster.domain.access.Target;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Users as the policy sees them at this moment. A guest whose stay is over has no rights, nor has a service account whose
 * creator is such a guest.
 */
public final class PresentActors {
    private final Actors actors;
    private final Now now;

    @Inject
    PresentActors(Actors actors, Now now) {
        this.actors = actors;
        this.now = now;
    }

    /** @see Actors#find */
    public Optional<Actor> find(UserId user, Collection<Target> targets) {
        return actors.find(user, targets).map(this::present);
    }

    /** @see Actors#findWhole(UserId) */
    public Optional<Actor> findWhole(UserId user) {
        return actors.findWhole(user).map(this::present);
    }

    /** @see Actors#findWhole(Set) */
    public Map<UserId, Actor> findWhole(Set<UserId> users) {
        Instant at = now.get();
        Map<UserId, Actor> found = new HashMap<>(actors.findWhole(users));
        found.replaceAll((id, actor) -> actor.at(at));
        return found;
    }

    /** @see Actors#footholds */
    public Page<Actors.Foothold> footholds(Set<UserId> users, boolean assigned, PageRequest page) {
        return actors.footholds(users, assigned, page);
    }

    /** @see Actors#near */
    public Page<Actors.Numbered> near(Target target, PageRequest page) {
        Instant at = now.get();
        return actors.near(target, page)
                .map(near -> new Actors.Numbered(near.number(), near.actor().at(at)));
    }

    private Actor present(Actor actor) {
        return actor.at(now.get());
    }
}

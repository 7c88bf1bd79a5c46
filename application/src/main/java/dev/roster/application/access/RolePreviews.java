package dev.roster.application.access;

import dev.roster.application.port.ShownSecrets;
import dev.roster.application.port.Targets;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Actor;
import dev.roster.domain.access.RoleChange;
import dev.roster.domain.access.RoleSwitch;
import dev.roster.domain.access.Target;
import dev.roster.domain.membership.Membership;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RoleRef;
import dev.roster.domain.user.User;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows what another role would mean for a user, to a caller of whom it was asked whether they may give it. */
public final class RolePreviews {
    private final AccessGuard guard;
    private final PresentActors actors;
    private final Targets targets;
    private final KnownSecrets known;

    @Inject
    RolePreviews(AccessGuard guard, PresentActors actors, Targets targets, KnownSecrets known) {
        this.guard = guard;
        this.actors = actors;
        this.targets = targets;
        this.known = known;
    }

    public RolePreview ofAccount(Caller caller, User user, Role given) {
        return preview(caller, user, user.role(), given.ref(), holder -> RoleSwitch.ofAccount(holder, given));
    }

    /** @param given the membership's own role, or null: then the account role counts */
    public RolePreview inPlace(Caller caller, User user, Membership membership, Target place, @Nullable Role given) {
        return preview(
                caller,
                user,
                membership.role(),
                given == null ? null : given.ref(),
                holder -> RoleSwitch.inPlace(holder, place, given));
    }

    private RolePreview preview(
            Caller caller,
            User user,
            @Nullable RoleRef before,
            @Nullable RoleRef after,
            Function<Actor, RoleSwitch> change) {
        Actor holder = actors.findWhole(user.id()).orElseThrow(() -> RefusedException.notFound("user", user.id()));
        Actor reader = guard.wholeActor(caller);
        RoleSwitch wanted = change.apply(holder);
        List<RoleChange.Effect> effects = wanted.effects(assigned(holder)).stream()
                .map(effect -> effect.asKnownTo(reader))
                .toList();
        return new RolePreview(user, before, after, effects, ending(holder, wanted));
    }

    private Set<ShownSecrets.Kind> ending(Actor holder, RoleSwitch wanted) {
        return known.ending(List.of(holder), actor -> actor.id().equals(holder.id()) ? wanted.after() : actor)
                .getOrDefault(holder.id(), Set.of());
    }

    /** People reach what they are assigned to as they do open datasets; service accounts have effects of their own there. */
    private Collection<Target> assigned(Actor holder) {
        List<Actor> all = holder.withMakers();
        if (all.size() == 1) {
            return List.of();
        }
        Set<Target.Ref> references = all.stream()
                .flatMap(one -> one.assigned().stream())
                .map(dataset -> new Target.Ref(Target.Kind.DATASET, dataset.value()))
                .collect(Collectors.toSet());
        return references.isEmpty() ? List.of() : targets.find(references).values();
    }
}

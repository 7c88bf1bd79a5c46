package dev.roster.domain.access;

import dev.roster.domain.role.Permission;
import dev.roster.domain.role.Role;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** What it would mean for people who hold a role if the role were another: for the eyes of whoever edits it. */
public record RoleChange(Role before, Role after) {
    /**
     * What somebody would gain and lose in one place: what decisions say now, and what they would say then. It holds for
     * all in the place but where another role of theirs is held, which has effects of its own, and for restricted
     * datasets, which no custom role reaches but one that is granted on them.
     *
     * @param extent for which part of the place
     * @param gained in the order of the table
     * @param lost in the order of the table
     */
    public record Effect(Target place, Extent extent, List<Permission> gained, List<Permission> lost) {
        public Effect {
            gained = List.copyOf(gained);
            lost = List.copyOf(lost);
        }
    }

    /**
     * What changes for somebody, place by place; what another role of theirs gives them there anyway is neither gained
     * nor lost. Empty when nothing does.
     *
     * @param holder with everything they and their makers hold
     * @param assigned for a service account the datasets that it or its makers are assigned to, which have effects of
     *     their own; for a person, who reaches those as they do open ones, none
     */
    public List<Effect> effectOn(Actor holder, Collection<Target> assigned) {
        Actor changed = holder.replacing(after);
        List<Permission> touched = Stream.concat(before.permissions().stream(), after.permissions().stream())
                .distinct()
                .toList();
        return Stream.concat(holder.withMakers().stream().flatMap(Actor::places), assigned.stream())
                .distinct()
                .flatMap(place -> new Effects(holder, changed, place).of(touched).stream())
                .toList();
    }
}

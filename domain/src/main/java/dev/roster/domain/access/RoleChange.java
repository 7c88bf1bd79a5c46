package dev.roster.domain.access;

import dev.roster.domain.role.Permission;
import dev.roster.domain.role.PermissionSet;
import dev.roster.domain.role.Role;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** What a change to a role would mean for the people who hold it, as a preview for the person who edits it. */
public record RoleChange(Role before, Role after) {
    /**
     * What a user would gain and lose in one place: decisions after the change compared with decisions now. It applies to
     * everything in the place, except where the user holds another role, which has its own effects, and except for
     * restricted datasets, which a custom role reaches only through a grant on them.
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

        /** The same with the place by its id, if the reader may not read its name. */
        public Effect asKnownTo(Actor reader) {
            return new Effect(AccessPolicy.asKnownTo(reader, place), extent, gained, lost);
        }
    }

    /**
     * What is different for a user at two times, in each place where they hold or held anything. Empty when nothing is.
     *
     * @param before with everything they held
     * @param after with everything they hold
     */
    public static List<Effect> between(Actor before, Actor after) {
        List<Permission> touched = Stream.of(before, after)
                .flatMap(actor -> actor.holdings().stream())
                .map(held -> held.role().permissions())
                .reduce(PermissionSet.none(), PermissionSet::plus)
                .stream()
                .toList();
        return Stream.of(before, after)
                .flatMap(Actor::places)
                .distinct()
                .flatMap(place -> new Effects(before, after, place).of(touched).stream())
                .toList();
    }

    /** A holder afterwards. */
    public Actor appliedTo(Actor holder) {
        return holder.replacing(after);
    }

    /**
     * What changes for a user, place by place; what another of their roles gives them there anyway is neither gained
     * nor lost. Empty when nothing does.
     *
     * @param holder with everything they and their makers hold
     * @param assigned for a service account the datasets that it or its makers are assigned to, which have effects of
     *     their own; for a person, who reaches those as they do open ones, none
     */
    public List<Effect> effectOn(Actor holder, Collection<Target> assigned) {
        Actor changed = appliedTo(holder);
        List<Permission> touched = Stream.concat(before.permissions().stream(), after.permissions().stream())
                .distinct()
                .toList();
        return Stream.concat(holder.withMakers().stream().flatMap(Actor::places), assigned.stream())
                .distinct()
                .flatMap(place -> new Effects(holder, changed, place).of(touched).stream())
                .toList();
    }
}

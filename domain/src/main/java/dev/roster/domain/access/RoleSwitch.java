package dev.roster.domain.access;

import dev.roster.domain.role.Permission;
import dev.roster.domain.role.Role;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What another role, on the account or in a place, would mean for a user, as a preview for the person who is about to give
 * it.
 */
public final class RoleSwitch {
    private final Actor before;
    private final Actor after;
    private final List<Permission> touched;

    private RoleSwitch(Actor before, Actor after, Role old, Role given) {
        this.before = before;
        this.after = after;
        this.touched = old.permissions().plus(given.permissions()).stream().toList();
    }

    /** Another account role, which counts also where a membership has no role of its own. */
    public static RoleSwitch ofAccount(Actor holder, Role given) {
        return new RoleSwitch(holder, holder.withAccountRole(given), holder.accountRole(), given);
    }

    /**
     * Another role in an organization or a workspace of which the holder is a member.
     *
     * @param given the membership's own role, or null: then the account role counts
     */
    public static RoleSwitch inPlace(Actor holder, Target place, @Nullable Role given) {
        Holding held =
                place.kind() == Target.Kind.ORGANIZATION ? holder.inOrganizationOf(place) : holder.inWorkspaceOf(place);
        Role counting = given == null ? holder.accountRole() : given;
        Actor after = holder.copy().member(place, given).build();
        return new RoleSwitch(holder, after, held == null ? counting : held.role(), counting);
    }

    /** The holder afterwards. */
    public Actor after() {
        return after;
    }

    /**
     * What changes, place by place; what another role gives there anyway is neither gained nor lost. Empty when nothing does.
     *
     * @param assigned for a service account the datasets that it or its makers are assigned to; for a person none
     */
    public List<RoleChange.Effect> effects(Collection<Target> assigned) {
        return Stream.concat(before.withMakers().stream().flatMap(Actor::places), assigned.stream())
                .distinct()
                .flatMap(place -> new Effects(before, after, place).of(touched).stream())
                .toList();
    }
}

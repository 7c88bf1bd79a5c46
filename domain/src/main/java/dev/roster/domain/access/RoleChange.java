package dev.roster.domain.access;

import dev.roster.domain.role.Permission;
import dev.roster.domain.role.Role;
import java.util.List;
import java.util.stream.Stream;

/** What it would mean for people who hold a role if the role were another: for the eyes of whoever edits it. */
public record RoleChange(Role before, Role after) {
    /** What somebody would gain and lose in one place. Sets in the order of the table. */
    public record Effect(Target place, List<Permission> gained, List<Permission> lost) {}

    /**
     * What changes for somebody, place by place; what another role of theirs gives them there anyway is neither gained
     * nor lost. Empty when nothing does.
     *
     * @param holder with everything they hold
     */
    public List<Effect> effectOn(Actor holder) {
        Actor changed = holder.replacing(after);
        return holder.holdings().stream()
                .map(Holding::place)
                .distinct()
                .map(place -> effect(holder, changed, place))
                .filter(effect -> !effect.gained().isEmpty() || !effect.lost().isEmpty())
                .toList();
    }

    private Effect effect(Actor holder, Actor changed, Target place) {
        List<Permission> then = given(changed, place);
        List<Permission> now = given(holder, place);
        return new Effect(place, without(then, now), without(now, then));
    }

    private List<Permission> given(Actor actor, Target place) {
        return Stream.concat(before.permissions().stream(), after.permissions().stream())
                .distinct()
                .filter(permission -> actor.isGiven(permission, place))
                .toList();
    }

    private static List<Permission> without(List<Permission> some, List<Permission> others) {
        return some.stream().filter(permission -> !others.contains(permission)).toList();
    }
}

package dev.roster.application.membership;

import dev.roster.application.access.Caller;
import dev.roster.application.paging.Pages;
import dev.roster.application.port.RegisteredPermissions;
import dev.roster.application.port.Roles;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.access.AccessPolicy;
import dev.roster.domain.access.Actor;
import dev.roster.domain.access.Target;
import dev.roster.domain.membership.Place;
import dev.roster.domain.role.PermissionTable;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Determines what the caller may do with the members of a place, so that interfaces offer nothing that would be refused. */
public final class ShowMemberChoices {
    /**
     * What would not be refused for lack of permission.
     *
     * @param add whether members can be added
     * @param roles those that can be given to members, custom ones only to callers who may read roles; empty where the caller
     *     gives none
     * @param changeable of the members asked about, whose role can be changed
     * @param removable of the members asked about, who can be taken out
     */
    public record Choices(boolean add, List<Role> roles, Set<UserId> changeable, Set<UserId> removable) {
        public Choices {
            roles = List.copyOf(roles);
            changeable = Set.copyOf(changeable);
            removable = Set.copyOf(removable);
        }
    }

    private final UnitOfWork work;
    private final Places places;
    private final Roles roles;
    private final RegisteredPermissions registered;

    @Inject
    ShowMemberChoices(UnitOfWork work, Places places, Roles roles, RegisteredPermissions registered) {
        this.work = work;
        this.places = places;
        this.roles = roles;
        this.registered = registered;
    }

    /**
     * For those who may see the members.
     *
     * @throws dev.roster.domain.RefusedException NOT_FOUND naming {@code organization} or {@code workspace}
     */
    public Choices handle(Caller caller, Place place, Collection<User> members) {
        return work.reading(() -> {
            Target target = places.get(place);
            Actor actor = work.guard().require(caller, RosterPermission.MEMBER_READ, target);
            boolean add = AccessPolicy.allows(actor, RosterPermission.MEMBER_ADD, target);
            boolean change = AccessPolicy.allows(actor, RosterPermission.MEMBER_UPDATE, target);
            return new Choices(
                    add,
                    add || change ? roles(actor, target) : List.of(),
                    touchable(actor, RosterPermission.MEMBER_UPDATE, target, members),
                    touchable(actor, RosterPermission.MEMBER_REMOVE, target, members));
        });
    }

    private List<Role> roles(Actor actor, Target target) {
        PermissionTable table = registered.table();
        boolean all = AccessPolicy.allows(actor, RosterPermission.ROLE_READ, Target.instance());
        List<Role> known = Pages.all(page -> all ? roles.list(page) : roles.list(true, page));
        return known.stream()
                .filter(Role::isForPlaces)
                .filter(role ->
                        AccessPolicy.refusalToGive(actor, role, target, table).isEmpty())
                .toList();
    }

    private static Set<UserId> touchable(
            Actor actor, RosterPermission permission, Target target, Collection<User> members) {
        if (!AccessPolicy.allows(actor, permission, target)) {
            return Set.of();
        }
        return members.stream()
                .filter(member -> AccessPolicy.refusalToTakeFrom(actor, permission, Target.of(member))
                        .isEmpty())
                .map(User::id)
                .collect(Collectors.toSet());
    }
}

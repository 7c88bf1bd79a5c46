package dev.roster.application.flat;

import dev.roster.application.access.Caller;
import dev.roster.application.access.EndedSecrets;
import dev.roster.application.access.KnownSecrets;
import dev.roster.application.access.Origin;
import dev.roster.application.port.Memberships;
import dev.roster.application.port.Organizations;
import dev.roster.application.port.Users;
import dev.roster.application.role.RoleLookup;
import dev.roster.application.work.Changes;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.membership.Membership;
import dev.roster.domain.membership.MembershipId;
import dev.roster.domain.membership.Place;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Gives a user who signed up to an organization the role that was chosen by {@link ChooseNewcomerRole}, in the organization
 * and in the workspace that represents it. The current rights of the person who chose it are checked: a choice cannot give
 * what that person could no longer give.
 */
public final class GiveNewcomerRole {
    /**
     * What was chosen.
     *
     * @param workspace the title of the workspace, where no role is held while it is not there
     * @param role name or id of the role
     * @param givers who chose it, each of whom must be allowed to give it
     */
    public record Chosen(String workspace, String role, Set<UserId> givers) {
        public Chosen {
            givers = Set.copyOf(givers);
        }
    }

    private final UnitOfWork work;
    private final Organizations organizations;
    private final Users users;
    private final RoleLookup roles;
    private final FlatWorkspace flat;
    private final Memberships memberships;
    private final KnownSecrets known;

    @Inject
    GiveNewcomerRole(
            UnitOfWork work,
            Organizations organizations,
            Users users,
            RoleLookup roles,
            FlatWorkspace flat,
            Memberships memberships,
            KnownSecrets known) {
        this.work = work;
        this.organizations = organizations;
        this.users = users;
        this.roles = roles;
        this.flat = flat;
        this.memberships = memberships;
        this.known = known;
    }

    /**
     * Returns whether the newcomer got the role. Who is no member of the organization, or holds a role of their own there, is no
     * newcomer.
     *
     * @throws RefusedException NOT_FOUND naming {@code organization}; INVALID naming {@code role}
     */
    public boolean handle(OrganizationId organization, User newcomer, Chosen chosen, Origin origin) {
        return work.inTransaction(() -> {
            Role role = roles.findAnyForPlace(chosen.role());
            Map<Place, Target> places = places(organization, chosen.workspace());
            if (!isNew(newcomer, organization) || !mayGive(chosen.givers(), role, places, origin)) {
                return false;
            }
            places.forEach((place, target) -> hold(newcomer, place, target, role, origin));
            return true;
        });
    }

    private Map<Place, Target> places(OrganizationId organization, String workspace) {
        Map<Place, Target> places = new LinkedHashMap<>();
        places.put(Place.of(organization), Target.of(organizations.get(organization)));
        flat.find(organization, workspace).ifPresent(found -> places.put(Place.of(found.id()), Target.of(found)));
        return places;
    }

    private boolean isNew(User user, OrganizationId organization) {
        return memberships
                .find(Place.of(organization), user.id())
                .filter(membership -> membership.role() == null)
                .isPresent();
    }

    private boolean mayGive(Set<UserId> givers, Role role, Map<Place, Target> places, Origin origin) {
        return !givers.isEmpty()
                && givers.stream()
                        .allMatch(giver -> users.find(giver)
                                .filter(user -> mayGive(Caller.user(user, origin), role, places))
                                .isPresent());
    }

    private boolean mayGive(Caller giver, Role role, Map<Place, Target> places) {
        try {
            places.values().forEach(target -> {
                work.guard().require(giver, RosterPermission.MEMBER_ADD, target);
                work.guard().requireToGive(giver, role, target);
            });
            return true;
        } catch (RefusedException refusal) {
            return switch (refusal.kind()) {
                case FORBIDDEN, UNAUTHENTICATED -> false;
                case INVALID, NOT_FOUND, CONFLICT, CHANGED, THROTTLED, BUSY, UNAVAILABLE -> throw refusal;
            };
        }
    }

    private void hold(User user, Place place, Target target, Role role, Origin origin) {
        Membership membership = memberships
                .find(place, user.id())
                .orElseGet(
                        () -> new Membership(new MembershipId(work.nextId()), 0, place, user.id(), null, work.now()));
        Membership after = membership.withRole(role.ref());
        if (!memberships.update(after)) {
            memberships.add(after);
        }
        EndedSecrets ended = known.afterGiving(user.id());
        work.journal()
                .write(
                        Caller.user(user, origin),
                        place.either(id -> "organization-member.update", id -> "member.add"),
                        target,
                        Changes.none().addUser(user).set("role", after.role()).addEnded(ended));
    }
}

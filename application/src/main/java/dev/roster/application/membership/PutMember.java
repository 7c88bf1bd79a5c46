package dev.roster.application.membership;

import dev.roster.application.access.Caller;
import dev.roster.application.port.Memberships;
import dev.roster.application.port.Users;
import dev.roster.application.role.RoleLookup;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.membership.Membership;
import dev.roster.domain.membership.Place;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives a user a role in a place, as a member or a new member. For a new member it requires what {@link AddMember} requires,
 * and for a member, whose membership stays the same, what {@link ChangeMemberRole} requires.
 */
public final class PutMember {
    /** What a caller may want to be held besides. */
    public enum Demand {
        /** Only members of its organization can join a workspace. */
        IN_THE_ORGANIZATION,
        /**
         * Of the predefined roles, the account role annotator goes with annotator alone, and no other account role does. It
         * is held for callers who may not read the account role, too.
         */
        ANNOTATORS_APART
    }

    /** @param role name or id of the membership's own role, or null to let the account role count */
    public record Command(
            Place place, UserId user, @Nullable String role, Set<Demand> demands) {
        public Command {
            demands = Set.copyOf(demands);
        }

        public static Command of(Place place, UserId user, @Nullable String role) {
            return new Command(place, user, role, Set.of());
        }

        public Command demanding(Demand... demanded) {
            return new Command(place, user, role, Set.of(demanded));
        }

        private boolean demands(Demand demand) {
            return demands.contains(demand);
        }
    }

    private final UnitOfWork work;
    private final Places places;
    private final Users users;
    private final Memberships memberships;
    private final RoleLookup roles;
    private final Joining joining;
    private final ChangingRole changing;

    @Inject
    PutMember(
            UnitOfWork work,
            Places places,
            Users users,
            Memberships memberships,
            RoleLookup roles,
            Joining joining,
            ChangingRole changing) {
        this.work = work;
        this.places = places;
        this.users = users;
        this.memberships = memberships;
        this.roles = roles;
        this.joining = joining;
        this.changing = changing;
    }

    /**
     * @throws RefusedException NOT_FOUND naming {@code organization}, {@code workspace} or {@code user}; INVALID naming
     *     {@code user} or {@code role} where a demand is not met; FORBIDDEN also where the member would get more than the
     *     caller holds
     */
    public Memberships.Member handle(Caller caller, Command command) {
        return work.inTransaction(() -> {
            Target target = places.get(command.place());
            requireEither(caller, target);
            User user = users.get(command.user());
            Role role = command.role() == null ? null : roles.findForPlace(caller, command.role(), target);
            if (command.demands(Demand.ANNOTATORS_APART)) {
                requireApart(user, role);
            }
            return new Memberships.Member(user, put(caller, command, target, user, role));
        });
    }

    /** Who may neither add nor change is not told who is a member. */
    private void requireEither(Caller caller, Target target) {
        if (!work.guard().allows(caller, RosterPermission.MEMBER_UPDATE, target)) {
            work.guard().require(caller, RosterPermission.MEMBER_ADD, target);
        }
    }

    private Membership put(Caller caller, Command command, Target target, User user, @Nullable Role role) {
        return memberships
                .find(command.place(), user.id())
                .map(before -> changing.change(caller, target, before, user, role))
                .orElseGet(() -> add(caller, command, target, user, role));
    }

    private Membership add(Caller caller, Command command, Target target, User user, @Nullable Role role) {
        work.guard().require(caller, RosterPermission.MEMBER_ADD, target);
        OrganizationId around = target.organization();
        if (command.demands(Demand.IN_THE_ORGANIZATION)
                && command.place().kind() == Place.Kind.WORKSPACE
                && around != null
                && memberships.find(Place.of(around), user.id()).isEmpty()) {
            throw RefusedException.unfit(
                    "user", "the user is not a member of the organization of the workspace; add them there first");
        }
        return joining.join(caller, command.place(), user, role);
    }

    private static void requireApart(User user, @Nullable Role role) {
        if (role == null || PredefinedRole.of(role.id()).isEmpty()) {
            return;
        }
        boolean annotates = PredefinedRole.ANNOTATOR.id().equals(role.id());
        if (annotates != PredefinedRole.ANNOTATOR.id().equals(user.role().id())) {
            throw RefusedException.unfit(
                    "role",
                    annotates
                            ? "only an account with the role `annotator` can be annotator of a place"
                            : "an account with the role `annotator` can only be annotator of a place");
        }
    }
}

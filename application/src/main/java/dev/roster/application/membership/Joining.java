package dev.roster.application.membership;

import dev.roster.application.access.Caller;
import dev.roster.application.organization.Enrolment;
import dev.roster.application.organization.Readmission;
import dev.roster.application.port.Memberships;
import dev.roster.application.port.Organizations;
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
import jakarta.inject.Inject;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The step of joining a place, with its permission check, for every use case that ends in a membership. */
public final class Joining {
    private final UnitOfWork work;
    private final Places places;
    private final Memberships memberships;
    private final Organizations organizations;
    private final Enrolment enrolment;
    private final Readmission readmission;

    @Inject
    Joining(
            UnitOfWork work,
            Places places,
            Memberships memberships,
            Organizations organizations,
            Enrolment enrolment,
            Readmission readmission) {
        this.work = work;
        this.places = places;
        this.memberships = memberships;
        this.organizations = organizations;
        this.enrolment = enrolment;
        this.readmission = readmission;
    }

    /**
     * Makes the user a member, and of a workspace's organization too where they are none yet.
     *
     * @param role the membership's own role, or null: then the account role counts, and must not be more than the
     *     caller holds either
     * @throws RefusedException CONFLICT naming {@code user}, who is a member already; FORBIDDEN also for one who left the
     *     organization, where the caller may not add members to it
     */
    public Membership join(Caller caller, Place place, User user, @Nullable Role role) {
        Target target = places.get(place);
        work.guard().require(caller, RosterPermission.MEMBER_ADD, target);
        requireToGive(caller, user, role, target);
        joinAround(caller, user, target);
        return add(caller, place, user, role, target);
    }

    /**
     * Makes somebody who comes to a workspace a member of its organization first, with a role there. As anyone who may add
     * to the workspace brings people into the organization, it takes no permission in the organization but to hold what the
     * role gives there.
     *
     * @throws RefusedException CONFLICT naming {@code user}, who is a member already
     */
    public Membership joinAhead(Caller caller, OrganizationId organization, User user, Role role) {
        Place place = Place.of(organization);
        Target target = places.get(place);
        work.guard().requireToGive(caller, role, target);
        return add(caller, place, user, role, target);
    }

    private Membership add(Caller caller, Place place, User user, @Nullable Role role, Target target) {
        if (place instanceof Place.OfOrganization in) {
            readmission.admit(caller, user, in.organization());
        }
        Membership membership = memberships
                .add(new Membership(
                        new MembershipId(work.nextId()),
                        0,
                        place,
                        user.id(),
                        role == null ? null : role.ref(),
                        work.now()))
                .orElseThrow(() -> RefusedException.conflict(
                        "user", "`" + user.username() + "` is a member of `" + target.label() + "` already"));
        work.journal()
                .write(
                        caller,
                        Places.action(place, "add"),
                        target,
                        Changes.none().addUser(user).set("role", membership.role()));
        return membership;
    }

    /** What the member would hold must not be more than the caller does; an owner's account role is held already. */
    void requireToGive(Caller caller, User user, @Nullable Role role, Target target) {
        if (role != null) {
            work.guard().requireToGive(caller, role, target);
        } else {
            work.guard().requireToLetCount(caller, user, target);
        }
    }

    /** Who is in a workspace is in its organization too; around an organization there is nothing. */
    private void joinAround(Caller caller, User user, Target target) {
        if (target.kind() == Target.Kind.WORKSPACE) {
            enrolment.enrol(caller, user, organizations.get(Objects.requireNonNull(target.organization())));
        }
    }
}

package dev.roster.application.membership;

import dev.roster.application.access.Caller;
import dev.roster.application.access.EndedSecrets;
import dev.roster.application.access.KnownSecrets;
import dev.roster.application.organization.Enrolment;
import dev.roster.application.organization.Readmission;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Memberships;
import dev.roster.application.port.Organizations;
import dev.roster.application.port.WholeStore;
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
import dev.roster.domain.workspace.Workspace;
import jakarta.inject.Inject;
import java.util.List;
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
    private final WholeStore store;
    private final KnownSecrets known;

    @Inject
    Joining(
            UnitOfWork work,
            Places places,
            Memberships memberships,
            Organizations organizations,
            Enrolment enrolment,
            Readmission readmission,
            WholeStore store,
            KnownSecrets known) {
        this.work = work;
        this.places = places;
        this.memberships = memberships;
        this.organizations = organizations;
        this.enrolment = enrolment;
        this.readmission = readmission;
        this.store = store;
        this.known = known;
    }

    /**
     * Adds the user as a member and, if they are not a member yet, to the organization of a workspace too.
     *
     * @param role the membership's own role, or null: then the account role counts, and must not be more than the
     *     caller holds either
     * @throws RefusedException CONFLICT naming {@code user}, who is already a member; FORBIDDEN also for one who left the
     *     organization, where the caller may not add members to it
     */
    public Membership join(Caller caller, Place place, User user, @Nullable Role role) {
        Target target = places.get(place);
        work.guard().require(caller, RosterPermission.MEMBER_ADD, target);
        requireToGive(caller, user, role, target);
        return add(caller, place, user, role, target, joinAround(caller, user, target));
    }

    /**
     * Adds a user who joins a workspace to its organization first, with a role there. Callers who may add members to the
     * workspace also bring them into the organization, so this only requires that the caller holds what the role gives in
     * the organization.
     *
     * @throws RefusedException CONFLICT naming {@code user}, who is already a member
     */
    public Membership joinAhead(Caller caller, OrganizationId organization, User user, Role role) {
        Place place = Place.of(organization);
        Target target = places.get(place);
        work.guard().requireToGive(caller, role, target);
        return add(caller, place, user, role, target, EndedSecrets.NONE);
    }

    /**
     * The same for accounts that were just created, all with the same account role: what is asked is the same for all of them,
     * and they are added with a few statements.
     *
     * @param users at least one, at most {@link PageRequest#MOST}
     */
    public void joinNew(Caller caller, Workspace workspace, List<User> users, @Nullable Role role) {
        Target target = Target.of(workspace);
        work.guard().require(caller, RosterPermission.MEMBER_ADD, target);
        requireToGive(caller, users.get(0), role, target);
        enrolment.enrolNew(caller, users, organizations.get(workspace.organization()));
        Place place = Place.of(workspace.id());
        store.addMemberships(
                users.stream().map(user -> membership(place, user, role)).toList());
        users.forEach(user -> write(caller, place, user, role, target, EndedSecrets.NONE));
    }

    /** @throws RefusedException NOT_FOUND naming {@code organization} or {@code workspace} */
    public Target target(Place place) {
        return places.get(place);
    }

    /** @param ended what ended already on the way */
    private Membership add(
            Caller caller, Place place, User user, @Nullable Role role, Target target, EndedSecrets ended) {
        if (place instanceof Place.OfOrganization in) {
            readmission.admit(caller, user, in.organization());
        }
        Membership membership = memberships
                .add(membership(place, user, role))
                .orElseThrow(() -> RefusedException.conflict(
                        "user", "`" + user.username() + "` is already a member of `" + target.label() + "`"));
        write(caller, place, user, role, target, ended.and(known.afterGiving(user.id())));
        return membership;
    }

    private Membership membership(Place place, User user, @Nullable Role role) {
        return new Membership(
                new MembershipId(work.nextId()), 0, place, user.id(), role == null ? null : role.ref(), work.now());
    }

    private void write(Caller caller, Place place, User user, @Nullable Role role, Target target, EndedSecrets ended) {
        work.journal()
                .write(
                        caller,
                        Places.action(place, "add"),
                        target,
                        Changes.none()
                                .addUser(user)
                                .set("role", role == null ? null : role.ref())
                                .addEnded(ended));
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
    private EndedSecrets joinAround(Caller caller, User user, Target target) {
        return target.kind() == Target.Kind.WORKSPACE
                ? enrolment.enrol(caller, user, organizations.get(Objects.requireNonNull(target.organization())))
                : EndedSecrets.NONE;
    }
}

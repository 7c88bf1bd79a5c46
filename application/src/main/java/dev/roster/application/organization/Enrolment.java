package dev.roster.application.organization;

import dev.roster.application.access.Caller;
import dev.roster.application.access.EndedSecrets;
import dev.roster.application.access.KnownSecrets;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Memberships;
import dev.roster.application.port.Organizations;
import dev.roster.application.port.WholeStore;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.membership.Membership;
import dev.roster.domain.membership.MembershipBuilder;
import dev.roster.domain.membership.MembershipId;
import dev.roster.domain.membership.Place;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.util.List;

/** Adds users to organizations without a role for the membership, which alone opens no workspace. */
public final class Enrolment {
    private final UnitOfWork work;
    private final Organizations organizations;
    private final Memberships memberships;
    private final Readmission readmission;
    private final WholeStore store;
    private final KnownSecrets known;

    @Inject
    Enrolment(
            UnitOfWork work,
            Organizations organizations,
            Memberships memberships,
            Readmission readmission,
            WholeStore store,
            KnownSecrets known) {
        this.work = work;
        this.organizations = organizations;
        this.memberships = memberships;
        this.readmission = readmission;
        this.store = store;
        this.known = known;
    }

    /** The organization that is meant where none is named. */
    public Organization defaultOrganization() {
        return organizations
                .findDefault()
                .orElseThrow(() -> new IllegalStateException("no organization, the instance was never started"));
    }

    /**
     * Asks whether the caller may let the user's account role count there. Does nothing for a user who is a member already.
     *
     * @throws RefusedException FORBIDDEN also for a user who left, where the caller may not add members there
     */
    public EndedSecrets enrol(Caller caller, User user, Organization organization) {
        if (memberships.find(Place.of(organization.id()), user.id()).isPresent()) {
            return EndedSecrets.NONE;
        }
        work.guard().requireToEnrol(caller, user, Target.of(organization));
        readmission.admit(caller, user, organization.id());
        return add(user.id(), organization.id());
    }

    /**
     * The same for accounts that were just created, all with the same account role.
     *
     * @param users at least one, at most {@link PageRequest#MOST}
     */
    public void enrolNew(Caller caller, List<User> users, Organization organization) {
        work.guard().requireToEnrol(caller, users.get(0), Target.of(organization));
        store.addMemberships(users.stream()
                .map(user -> membership(user.id(), organization.id()))
                .toList());
    }

    /**
     * For who comes by themselves. Does nothing for a user who is a member already.
     *
     * @throws RefusedException FORBIDDEN for a user who left
     */
    public void enrol(UserId user, OrganizationId organization) {
        readmission.requireNeverLeft(user, organization);
        add(user, organization);
    }

    private EndedSecrets add(UserId user, OrganizationId organization) {
        memberships.add(membership(user, organization));
        return known.afterGiving(user);
    }

    private Membership membership(UserId user, OrganizationId organization) {
        return MembershipBuilder.builder()
                .id(new MembershipId(work.nextId()))
                .number(0)
                .place(Place.of(organization))
                .user(user)
                .joinedAt(work.now())
                .build();
    }
}

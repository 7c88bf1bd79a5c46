package dev.roster.application.organization;

import dev.roster.application.access.Caller;
import dev.roster.application.port.Memberships;
import dev.roster.application.port.Organizations;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.membership.MembershipBuilder;
import dev.roster.domain.membership.MembershipId;
import dev.roster.domain.membership.Place;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;

/** Makes users members of organizations without a role of the membership's own, which by itself opens no workspace. */
public final class Enrolment {
    private final UnitOfWork work;
    private final Organizations organizations;
    private final Memberships memberships;
    private final Readmission readmission;

    @Inject
    Enrolment(UnitOfWork work, Organizations organizations, Memberships memberships, Readmission readmission) {
        this.work = work;
        this.organizations = organizations;
        this.memberships = memberships;
        this.readmission = readmission;
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
    public void enrol(Caller caller, User user, Organization organization) {
        if (memberships.find(Place.of(organization.id()), user.id()).isEmpty()) {
            work.guard().requireToEnrol(caller, user, Target.of(organization));
            readmission.admit(caller, user, organization.id());
            add(user.id(), organization.id());
        }
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

    private void add(UserId user, OrganizationId organization) {
        memberships.add(MembershipBuilder.builder()
                .id(new MembershipId(work.nextId()))
                .number(0)
                .place(Place.of(organization))
                .user(user)
                .joinedAt(work.now())
                .build());
    }
}

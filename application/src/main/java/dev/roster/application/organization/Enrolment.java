package dev.roster.application.organization;

import dev.roster.application.Now;
import dev.roster.application.port.Ids;
import dev.roster.application.port.OrganizationMemberships;
import dev.roster.application.port.Organizations;
import dev.roster.domain.organization.MembershipId;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.organization.OrganizationMembership;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;

/** Makes users members of organizations without a role of the membership's own, which by itself opens no workspace. */
public final class Enrolment {
    private final Organizations organizations;
    private final OrganizationMemberships memberships;
    private final Ids ids;
    private final Now now;

    @Inject
    Enrolment(Organizations organizations, OrganizationMemberships memberships, Ids ids, Now now) {
        this.organizations = organizations;
        this.memberships = memberships;
        this.ids = ids;
        this.now = now;
    }

    /** The organization that is meant where none is named. */
    public Organization defaultOrganization() {
        return organizations
                .findDefault()
                .orElseThrow(() -> new IllegalStateException("no organization, the instance was never started"));
    }

    /** Does nothing for a user who is a member already. */
    public void enrol(UserId user, OrganizationId organization) {
        memberships.add(
                new OrganizationMembership(new MembershipId(ids.next()), 0, organization, user, null, now.get()));
    }
}

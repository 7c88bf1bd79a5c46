package dev.roster.application.invitation;

import dev.roster.application.access.Caller;
import dev.roster.application.port.InviteLinks;
import dev.roster.application.port.Organizations;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.access.Target;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.role.RosterPermission;
import jakarta.inject.Inject;

/** Ends an organization's reusable link without another in its place. */
public final class RemoveInviteLink {
    private final UnitOfWork work;
    private final Organizations organizations;
    private final InviteLinks inviteLinks;

    @Inject
    RemoveInviteLink(UnitOfWork work, Organizations organizations, InviteLinks inviteLinks) {
        this.work = work;
        this.organizations = organizations;
        this.inviteLinks = inviteLinks;
    }

    /** Does nothing when there is none. */
    public void handle(Caller caller, OrganizationId id) {
        work.inTransaction(() -> {
            Organization organization = organizations.get(id);
            work.guard().require(caller, RosterPermission.MEMBER_ADD, Target.of(organization));
            if (inviteLinks.remove(id)) {
                work.journal().write(caller, "invite-link.remove", Target.of(organization));
            }
        });
    }
}

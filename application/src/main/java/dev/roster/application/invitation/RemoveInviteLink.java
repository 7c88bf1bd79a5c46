package dev.roster.application.invitation;

import dev.roster.application.access.AccessGuard;
import dev.roster.application.access.Caller;
import dev.roster.application.audit.Journal;
import dev.roster.application.port.InviteLinks;
import dev.roster.application.port.Organizations;
import dev.roster.application.port.Transactions;
import dev.roster.domain.access.Target;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.role.RosterPermission;
import jakarta.inject.Inject;

/** Ends an organization's reusable link without another in its place. */
public final class RemoveInviteLink {
    private final Transactions transactions;
    private final AccessGuard guard;
    private final Organizations organizations;
    private final InviteLinks inviteLinks;
    private final Journal journal;

    @Inject
    RemoveInviteLink(
            Transactions transactions,
            AccessGuard guard,
            Organizations organizations,
            InviteLinks inviteLinks,
            Journal journal) {
        this.transactions = transactions;
        this.guard = guard;
        this.organizations = organizations;
        this.inviteLinks = inviteLinks;
        this.journal = journal;
    }

    /** Does nothing when there is none. */
    public void handle(Caller caller, OrganizationId id) {
        transactions.inTransaction(() -> {
            Organization organization = organizations.get(id);
            guard.require(caller, RosterPermission.MEMBER_ADD, Target.of(organization));
            if (inviteLinks.remove(id)) {
                journal.write(caller, "invite-link.remove", Target.of(organization));
            }
        });
    }
}

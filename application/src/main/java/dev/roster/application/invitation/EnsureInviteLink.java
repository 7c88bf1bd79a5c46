package dev.roster.application.invitation;

import dev.roster.application.access.Caller;
import dev.roster.application.port.InviteLinks;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.organization.OrganizationId;
import jakarta.inject.Inject;

/** Shows an organization's reusable link, and creates one if there is none. An existing link does not change. */
public final class EnsureInviteLink {
    private final UnitOfWork work;
    private final InviteLinks inviteLinks;
    private final ShowInviteLink showInviteLink;
    private final ResetInviteLink resetInviteLink;

    @Inject
    EnsureInviteLink(
            UnitOfWork work, InviteLinks inviteLinks, ShowInviteLink showInviteLink, ResetInviteLink resetInviteLink) {
        this.work = work;
        this.inviteLinks = inviteLinks;
        this.showInviteLink = showInviteLink;
        this.resetInviteLink = resetInviteLink;
    }

    /** @throws RefusedException NOT_FOUND naming {@code link} that this installation cannot read: only a reset replaces it */
    public ResetInviteLink.Shown handle(Caller caller, OrganizationId id) {
        return work.inTransaction(() -> inviteLinks.find(id).isPresent()
                ? showInviteLink.handle(caller, id)
                : resetInviteLink.handle(caller, ResetInviteLink.Command.of(id)));
    }
}

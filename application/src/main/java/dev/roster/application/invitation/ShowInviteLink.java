package dev.roster.application.invitation;

import dev.roster.application.access.Caller;
import dev.roster.application.port.InviteLinks;
import dev.roster.application.port.Links;
import dev.roster.application.port.Organizations;
import dev.roster.application.port.Sealer;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.invitation.InviteLink;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.role.RosterPermission;
import jakarta.inject.Inject;

/** Shows an organization's reusable link to those who may add members. */
public final class ShowInviteLink {
    private final UnitOfWork work;
    private final Organizations organizations;
    private final InviteLinks inviteLinks;
    private final Sealer sealer;
    private final Links links;

    @Inject
    ShowInviteLink(UnitOfWork work, Organizations organizations, InviteLinks inviteLinks, Sealer sealer, Links links) {
        this.work = work;
        this.organizations = organizations;
        this.inviteLinks = inviteLinks;
        this.sealer = sealer;
        this.links = links;
    }

    /**
     * @throws RefusedException NOT_FOUND naming {@code link} when there is none, or none that this installation can read;
     *     FORBIDDEN also for an API key and an old session
     */
    public ResetInviteLink.Shown handle(Caller caller, OrganizationId id) {
        return work.reading(() -> {
            Organization organization = organizations.get(id);
            work.guard().require(caller, RosterPermission.MEMBER_ADD, Target.of(organization));
            work.guard().requireToHandOut(caller);
            InviteLink link = inviteLinks.find(id).orElseThrow(() -> none(organization));
            SecretText secret =
                    sealer.open(purpose(id), link.sealed()).map(SecretText::new).orElseThrow(() -> none(organization));
            return new ResetInviteLink.Shown(link, secret, links.signUp(secret));
        });
    }

    private static RefusedException none(Organization organization) {
        return RefusedException.missing(
                "link", "`" + organization.name() + "` has no invite link; reset it to create one");
    }

    /** What the link of an organization is sealed for. */
    public static String purpose(OrganizationId organization) {
        return "invite link " + organization;
    }
}

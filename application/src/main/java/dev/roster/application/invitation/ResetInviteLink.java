package dev.roster.application.invitation;

import dev.roster.application.access.Caller;
import dev.roster.application.port.InviteLinks;
import dev.roster.application.port.Links;
import dev.roster.application.port.Organizations;
import dev.roster.application.port.Sealer;
import dev.roster.application.port.SecretSource;
import dev.roster.application.work.Changes;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.invitation.InviteLink;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.role.RosterPermission;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Creates or replaces an organization's reusable link; the old one stops working at once. Those who have a link become
 * members on their own, so it is a credential: only a credential that may {@linkplain
 * dev.roster.application.access.AccessGuard#requireToHandOut hand one out} creates or shows it.
 */
public final class ResetInviteLink {
    /**
     * The new link.
     *
     * @param expiresAt in the future, or null for no expiry
     * @param mostUses how many people may sign up with it, or null for no limit
     * @param domains the allowed domains of e-mail addresses, at most {@value InviteLink#MOST_DOMAINS} as written; empty
     *     for any domain
     */
    @RecordBuilder
    public record Command(
            OrganizationId organization,
            @Nullable Instant expiresAt,
            @Nullable Integer mostUses,
            List<String> domains) implements ResetInviteLinkCommandBuilder.With {
        public Command {
            domains = List.copyOf(domains);
        }

        /** A link for any number of people from anywhere, that does not end by itself. */
        public static Command of(OrganizationId organization) {
            return ResetInviteLinkCommandBuilder.builder()
                    .organization(organization)
                    .domains(List.of())
                    .build();
        }
    }

    /** The link as it is, what it shows of itself, and where it leads people. */
    public record Shown(InviteLink link, SecretText secret, String url) {}

    private static final String PREFIX = "ril_";

    private final UnitOfWork work;
    private final Organizations organizations;
    private final InviteLinks inviteLinks;
    private final SecretSource secrets;
    private final Sealer sealer;
    private final Links links;

    @Inject
    ResetInviteLink(
            UnitOfWork work,
            Organizations organizations,
            InviteLinks inviteLinks,
            SecretSource secrets,
            Sealer sealer,
            Links links) {
        this.work = work;
        this.organizations = organizations;
        this.inviteLinks = inviteLinks;
        this.secrets = secrets;
        this.sealer = sealer;
        this.links = links;
    }

    /**
     * @throws RefusedException INVALID naming {@code expires_at}, {@code most_uses} or {@code domains}; FORBIDDEN also for an
     *     API key and an old session
     */
    public Shown handle(Caller caller, Command command) {
        return work.inTransaction(() -> {
            Organization organization = organizations.get(command.organization());
            work.guard().require(caller, RosterPermission.MEMBER_ADD, Target.of(organization));
            work.guard().requireToHandOut(caller);
            Instant at = work.now();
            Instant end = command.expiresAt();
            if (end != null && !end.isAfter(at)) {
                throw RefusedException.invalid("expires_at", "expires_at is in the past, it must be later than now");
            }
            SecretText secret = secrets.next(PREFIX);
            InviteLink link = new InviteLink(
                    organization.id(),
                    secret.digest(),
                    sealer.seal(ShowInviteLink.purpose(organization.id()), secret.reveal()),
                    at,
                    end == null ? null : end.truncatedTo(ChronoUnit.MICROS),
                    command.mostUses(),
                    0,
                    InviteLink.domains(command.domains()));
            inviteLinks.put(link);
            work.journal().write(caller, "invite-link.reset", Target.of(organization), changes(link));
            return new Shown(link, secret, links.signUp(secret));
        });
    }

    private static Changes changes(InviteLink link) {
        return Changes.none()
                .addHidden("link")
                .set("expires_at", link.expiresAt())
                .set("most_uses", link.mostUses())
                .set("domains", link.domains().isEmpty() ? null : new TreeSet<>(link.domains()));
    }
}

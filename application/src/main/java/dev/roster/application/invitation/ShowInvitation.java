package dev.roster.application.invitation;

import dev.roster.application.access.Origin;
import dev.roster.application.port.Invitations;
import dev.roster.application.port.Transactions;
import dev.roster.domain.RefusedException;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.User;
import dev.roster.domain.user.Username;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Shows the holder of the link what the invitation offers, before they accept. */
public final class ShowInvitation {
    /** The secret of the link, and where it was followed. */
    public record Query(SecretText link, Origin origin) {}

    /** @param organization null when they are invited into none */
    public record Offer(
            EmailAddress email, Username username, @Nullable String organization, Instant expiresAt) {}

    private final Transactions transactions;
    private final InvitationDoor door;
    private final OrganizationNames organizations;

    @Inject
    ShowInvitation(Transactions transactions, InvitationDoor door, OrganizationNames organizations) {
        this.transactions = transactions;
        this.door = door;
        this.organizations = organizations;
    }

    /** @throws RefusedException NOT_FOUND naming {@code link} that is wrong, expired or used; it does not say which */
    public Offer handle(Query query) {
        Invitations.Invited invited = door.require(query.link(), query.origin());
        User user = invited.user();
        return new Offer(
                Objects.requireNonNull(user.email()),
                user.username(),
                transactions.reading(() -> organizations.of(user)).orElse(null),
                invited.invitation().expiresAt());
    }
}

package dev.roster.application.port;

import dev.roster.domain.credential.SecretDigest;
import dev.roster.domain.invitation.InviteLink;
import dev.roster.domain.organization.OrganizationId;
import java.time.Instant;
import java.util.Optional;

/** The reusable links into organizations. At most one an organization. */
public interface InviteLinks {
    /** Sets the link; an older one is dead at once. */
    void put(InviteLink link);

    Optional<InviteLink> find(OrganizationId organization);

    Optional<InviteLink> findByDigest(SecretDigest digest);

    /** Counts one use, unless it is not open any more at that time; then it returns false. */
    boolean use(SecretDigest digest, Instant now);

    /** Returns false when there was none. */
    boolean remove(OrganizationId organization);
}

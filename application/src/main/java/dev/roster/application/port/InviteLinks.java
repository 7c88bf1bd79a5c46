package dev.roster.application.port;

import dev.roster.domain.credential.SecretDigest;
import dev.roster.domain.invitation.InviteLink;
import dev.roster.domain.organization.OrganizationId;
import java.time.Instant;
import java.util.Optional;

/** The reusable invite links. At most one for each organization. */
public interface InviteLinks {
    /** Sets the link; an older one stops working at once. */
    void put(InviteLink link);

    Optional<InviteLink> find(OrganizationId organization);

    Optional<InviteLink> findByDigest(SecretDigest digest);

    /** Counts one use and returns true; returns false if the link is no longer open at that time. */
    boolean use(SecretDigest digest, Instant now);

    /** Returns false when there was none. */
    boolean remove(OrganizationId organization);
}

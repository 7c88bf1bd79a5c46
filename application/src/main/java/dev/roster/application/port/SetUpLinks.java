package dev.roster.application.port;

import dev.roster.domain.credential.SecretDigest;
import java.time.Instant;

/** The one-time link that creates the first owner. There is at most one. */
public interface SetUpLinks {
    /** Sets the link; an older one stops working at once. */
    void set(SecretDigest digest, Instant expiresAt);

    /** Whether it is this one, and can still be used at that time. */
    boolean isOpen(SecretDigest digest, Instant now);

    /** Uses the link up. Returns false when it is not this one, or expired, or used. */
    boolean claim(SecretDigest digest, Instant now);
}

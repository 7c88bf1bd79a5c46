package dev.roster.application.port;

import dev.roster.domain.credential.SecretDigest;
import dev.roster.domain.invitation.PendingSignUp;
import dev.roster.domain.text.NameKey;
import java.time.Instant;
import java.util.Optional;

/** Sign-ups that wait for their address to be confirmed; of one address there may be several, each with its own secret. */
public interface PendingSignUps {
    /** Of one address. When more come, the oldest go. */
    int MOST_OF_AN_ADDRESS = 20;

    /** So many may come after one before it goes. */
    int MOST = 20_000;

    void add(PendingSignUp pending);

    /** One that can still be confirmed at that time. */
    Optional<PendingSignUp> find(SecretDigest digest, Instant now);

    /** Returns how many there were. */
    int removeAllOf(NameKey email);

    /** Removes those that ended at that time or before. Returns how many. */
    int removeOld(Instant until);
}

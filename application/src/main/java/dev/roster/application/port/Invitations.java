package dev.roster.application.port;

import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.domain.credential.SecretDigest;
import dev.roster.domain.invitation.Invitation;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The pending invitations. At most one for each user. */
public interface Invitations {
    /** An invitation and who is invited. */
    record Invited(Invitation invitation, User user) {}

    /**
     * Adds the invitation, or replaces the user's older one, which keeps its number. Returns it with its number. From then
     * on a change of the user's e-mail address, status or password overtakes it.
     */
    Invitation put(Invitation invitation);

    Optional<Invitation> find(UserId user);

    Optional<Invitation> findByDigest(SecretDigest digest);

    /** Returns false when there was none. */
    boolean remove(UserId user);

    /**
     * By number, which is the order of making.
     *
     * @param pending only those that can still be accepted at {@code now}, or only those that cannot; null for all
     */
    Page<Invited> list(@Nullable Boolean pending, Instant now, PageRequest page);
}

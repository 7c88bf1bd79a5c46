package dev.roster.domain.mail;

import dev.roster.domain.user.UserId;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A letter on its way.
 *
 * @param about the user it is about, or null
 * @param sealed the letter, which only this installation can open
 * @param attempts how often it was claimed to be sent
 */
@RecordBuilder
public record OutboxMail(
        MailId id, @Nullable UserId about, Letter.Kind kind, String sealed, Instant createdAt, int attempts) {
    @Override
    public String toString() {
        return "OutboxMail[" + id + ", " + kind + ", attempts=" + attempts + "]";
    }
}

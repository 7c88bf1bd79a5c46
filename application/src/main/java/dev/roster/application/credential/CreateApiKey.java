package dev.roster.application.credential;

import dev.roster.application.access.Caller;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.user.UserId;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Makes an API key. */
public final class CreateApiKey {
    /** @param user whose key, or null for the caller's own */
    @RecordBuilder
    public record Command(@Nullable UserId user, KeyIssuer.Wish key) implements CreateApiKeyCommandBuilder.With {
        /** The caller's own. */
        public static Command own(KeyIssuer.Wish key) {
            return CreateApiKeyCommandBuilder.builder().key(key).build();
        }
    }

    private final UnitOfWork work;
    private final KeyOwnership owners;
    private final KeyIssuer issuer;

    @Inject
    CreateApiKey(UnitOfWork work, KeyOwnership owners, KeyIssuer issuer) {
        this.work = work;
        this.owners = owners;
        this.issuer = issuer;
    }

    /** @throws RefusedException FORBIDDEN for a caller who is no developer, or for somebody else's keys */
    public KeyIssuer.Issued handle(Caller caller, Command command) {
        return work.inTransaction(
                () -> issuer.issue(caller, owners.requireToMake(caller, command.user()), command.key()));
    }
}

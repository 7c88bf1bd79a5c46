package dev.roster.application.credential;

import dev.roster.application.access.Caller;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.ApiKeys;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.credential.ApiKeyForm;
import dev.roster.domain.credential.ApiKeyStatus;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Makes an API key. */
public final class CreateApiKey {
    /**
     * Which key, for whom.
     *
     * @param user whose key, or null for the caller's own
     * @param writer of the secret, for a key of form {@code SIGNED}; null for a random one
     * @param onlyOne whether the user may have no other usable key of the form
     */
    @RecordBuilder
    public record Command(
            @Nullable UserId user,
            KeyIssuer.Wish key,
            @Nullable KeyWriter writer,
            boolean onlyOne) implements CreateApiKeyCommandBuilder.With {
        /** One with a random secret. */
        public Command(@Nullable UserId user, KeyIssuer.Wish key) {
            this(user, key, null, false);
        }

        private ApiKeyForm form() {
            return writer == null ? ApiKeyForm.RANDOM : ApiKeyForm.SIGNED;
        }

        /** The caller's own. */
        public static Command own(KeyIssuer.Wish key) {
            return CreateApiKeyCommandBuilder.builder().key(key).build();
        }
    }

    private final UnitOfWork work;
    private final KeyOwnership owners;
    private final ApiKeys keys;
    private final KeyIssuer issuer;

    @Inject
    CreateApiKey(UnitOfWork work, KeyOwnership owners, ApiKeys keys, KeyIssuer issuer) {
        this.work = work;
        this.owners = owners;
        this.keys = keys;
        this.issuer = issuer;
    }

    /**
     * @throws RefusedException FORBIDDEN for a caller who is no developer, for somebody else's keys, and for a credential
     *     that makes no keys; CONFLICT naming {@code token} where the user may have one key of the form and has it
     */
    public KeyIssuer.Issued handle(Caller caller, Command command) {
        return work.inTransaction(() -> {
            User user = owners.requireToMake(caller, command.user());
            if (command.onlyOne()) {
                requireNone(user, command.form());
            }
            return command.writer() == null
                    ? issuer.issue(caller, user, command.key())
                    : issuer.issue(caller, user, command.key(), command.writer());
        });
    }

    private void requireNone(User user, ApiKeyForm form) {
        ApiKeys.Filter live =
                ApiKeys.Filter.at(work.now()).withUser(user.id()).withForm(form).withStatus(ApiKeyStatus.ACTIVE);
        if (!keys.list(live, PageRequest.first(1)).items().isEmpty()) {
            throw RefusedException.conflict(
                    "token", "`" + user.username() + "` has a valid token already, revoke or rotate it");
        }
    }
}

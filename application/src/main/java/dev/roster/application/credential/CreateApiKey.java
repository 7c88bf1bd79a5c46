package dev.roster.application.credential;

import dev.roster.application.access.Caller;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.ApiKeys;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.credential.ApiKeyForm;
import dev.roster.domain.credential.ApiKeyStatus;
import dev.roster.domain.credential.Password;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Creates an API key. */
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
    private final OwnPassword ownPassword;
    private final KeyOwnership owners;
    private final ApiKeys keys;
    private final KeyIssuer issuer;

    @Inject
    CreateApiKey(UnitOfWork work, OwnPassword ownPassword, KeyOwnership owners, ApiKeys keys, KeyIssuer issuer) {
        this.work = work;
        this.ownPassword = ownPassword;
        this.owners = owners;
        this.keys = keys;
        this.issuer = issuer;
    }

    /**
     * @throws RefusedException FORBIDDEN for a caller who is not a developer, for another person's keys, and for a credential
     *     that cannot create keys; CONFLICT naming {@code token} if the user may have only one key of the form and has it
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

    /**
     * Makes one of the caller's own, where they show their password with the call: then a session may be as old as it likes.
     *
     * @throws RefusedException FORBIDDEN for a caller who is no developer, and for an API key; INVALID naming {@code password},
     *     when that is wrong or there is none; THROTTLED after too many wrong ones
     */
    public KeyIssuer.Issued own(Caller caller, KeyIssuer.Wish key, Password password) {
        return ownPassword
                .require(caller, password)
                .then(known -> issuer.issueToProven(caller, owners.requireToMake(caller, known.id()), key));
    }

    private void requireNone(User user, ApiKeyForm form) {
        ApiKeys.Filter live =
                ApiKeys.Filter.at(work.now()).withUser(user.id()).withForm(form).withStatus(ApiKeyStatus.ACTIVE);
        if (!keys.list(live, PageRequest.first(1)).items().isEmpty()) {
            throw RefusedException.conflict(
                    "token", "`" + user.username() + "` already has a valid token; revoke or rotate it");
        }
    }
}

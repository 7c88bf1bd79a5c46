package dev.roster.application.credential;

import dev.roster.application.access.Caller;
import dev.roster.application.work.Changes;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.credential.Password;
import dev.roster.domain.credential.TokenForm;
import dev.roster.domain.credential.UserToken;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.inject.Inject;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Renews a user token; the old one stops working at once. For the user, and for the local operator, who may choose it. */
public final class RenewToken {
    /**
     * Whose token, and which.
     *
     * @param user null for the caller's own
     * @param chosen null for a random one
     * @param form of a random one; for the door to say, not for its clients
     */
    @RecordBuilder
    public record Command(@Nullable UserId user, @Nullable UserToken chosen, TokenForm form)
            implements RenewTokenCommandBuilder.With {
        public Command {
            Objects.requireNonNull(form, "form");
        }

        public static Command own() {
            return RenewTokenCommandBuilder.builder().form(TokenForm.USUAL).build();
        }
    }

    private final UnitOfWork work;
    private final OwnPassword ownPassword;
    private final TokenOwnership owners;
    private final TokenIssuer issuer;

    @Inject
    RenewToken(UnitOfWork work, OwnPassword ownPassword, TokenOwnership owners, TokenIssuer issuer) {
        this.work = work;
        this.ownPassword = ownPassword;
        this.owners = owners;
        this.issuer = issuer;
    }

    /** Returns the new token. */
    public UserToken handle(Caller caller, Command command) {
        return work.inTransaction(() -> {
            User user = owners.require(caller, command.user());
            if (command.chosen() != null && !caller.isOperator()) {
                throw RefusedException.forbidden("only the local operator may choose a user token");
            }
            return renew(caller, user, command);
        });
    }

    /**
     * Renews the caller's own, where they show their password with the call: then a session may be as old as it likes.
     *
     * @throws RefusedException as {@link ShowToken#own}
     */
    public UserToken own(Caller caller, Password password) {
        return ownPassword.require(caller, password).then(user -> renew(caller, user, Command.own()));
    }

    private UserToken renew(Caller caller, User user, Command command) {
        UserToken token = issuer.issue(user.id(), command.chosen(), command.form());
        work.journal()
                .write(
                        caller,
                        "user.renew-token",
                        Target.of(user),
                        Changes.none().addHidden("user_token"));
        return token;
    }
}

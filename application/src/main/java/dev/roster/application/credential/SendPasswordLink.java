package dev.roster.application.credential;

import dev.roster.application.access.Caller;
import dev.roster.application.port.Passwords;
import dev.roster.application.port.Users;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Gives a user a link to set a password, by mail or to hand over, for callers who may change users. Unlike
 * {@link RequestPasswordReset}, it says what is wrong.
 */
public final class SendPasswordLink {
    /** @param link only for the local operator, else null */
    public record Sent(User user, @Nullable String link) {}

    /**
     * A link to hand over, shown here only.
     *
     * @param until when it ends
     */
    public record HandedOver(User user, String link, Instant until) {}

    private final UnitOfWork work;
    private final Users users;
    private final Passwords passwords;
    private final PasswordLinks links;

    @Inject
    SendPasswordLink(UnitOfWork work, Users users, Passwords passwords, PasswordLinks links) {
        this.work = work;
        this.users = users;
        this.passwords = passwords;
        this.links = links;
    }

    /** @throws RefusedException CONFLICT naming {@code user} who is not active, is a service account or has no e-mail */
    public Sent handle(Caller caller, UserId id) {
        return work.inTransaction(() -> send(caller, allowed(caller, id)));
    }

    /**
     * The same for a user who has a password to replace.
     *
     * @throws RefusedException CONFLICT naming {@code user} also where there is no password
     */
    public Sent toReplace(Caller caller, UserId id) {
        return work.inTransaction(() -> {
            User user = allowed(caller, id);
            if (user.isActive() && passwords.find(id).isEmpty()) {
                throw RefusedException.conflict("user", "`" + user.username() + "` has no password to replace");
            }
            return send(caller, user);
        });
    }

    /**
     * The link itself instead of a mail, for the caller to hand over: a caller who may set the password may also see the
     * link.
     *
     * @throws RefusedException CONFLICT naming {@code user} who is not active or is a service account
     */
    public HandedOver toHandOver(Caller caller, UserId id) {
        return work.inTransaction(() -> {
            User user = allowed(caller, id);
            requireActivePerson(user);
            PasswordLinks.Given given = links.give(caller, user, "user.give-password-link");
            return new HandedOver(user, given.link(), given.until());
        });
    }

    private User allowed(Caller caller, UserId id) {
        User user = users.get(id);
        work.guard().requireToTakeOver(caller, RosterPermission.USER_UPDATE, user);
        return user;
    }

    private void requireActivePerson(User user) {
        user.mustStillStay(work.now());
        if (!user.isActive() || user.isService()) {
            throw RefusedException.conflict(
                    "user",
                    "`" + user.username() + "` is not an active person; if they are invited, resend the invitation");
        }
    }

    private Sent send(Caller caller, User user) {
        requireActivePerson(user);
        if (user.email() == null) {
            throw RefusedException.conflict(
                    "user", "`" + user.username() + "` has no e-mail address to send a link to, hand one over instead");
        }
        String link = links.send(caller, user, "user.send-password-link");
        return new Sent(user, caller.isOperator() ? link : null);
    }
}

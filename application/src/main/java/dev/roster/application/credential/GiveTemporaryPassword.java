package dev.roster.application.credential;

import dev.roster.application.access.Caller;
import dev.roster.application.access.KnownSecrets;
import dev.roster.application.port.PasswordHasher;
import dev.roster.application.port.Passwords;
import dev.roster.application.port.Sessions;
import dev.roster.application.port.ShownSecrets;
import dev.roster.application.port.Users;
import dev.roster.application.work.Changes;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.credential.Password;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.time.Instant;

/** Gives a user a password that is returned only here and that they must replace. Ends their sessions. */
public final class GiveTemporaryPassword {
    /** The password and when it ends. */
    public record Given(User user, SecretText password, Instant until) {}

    private final UnitOfWork work;
    private final Users users;
    private final TemporaryPasswords made;
    private final PasswordHasher hasher;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Limits limits;
    private final KnownSecrets known;

    @Inject
    GiveTemporaryPassword(
            UnitOfWork work,
            Users users,
            TemporaryPasswords made,
            PasswordHasher hasher,
            Passwords passwords,
            Sessions sessions,
            Limits limits,
            KnownSecrets known) {
        this.work = work;
        this.users = users;
        this.made = made;
        this.hasher = hasher;
        this.passwords = passwords;
        this.sessions = sessions;
        this.limits = limits;
        this.known = known;
    }

    /** @throws RefusedException CONFLICT naming {@code user} who is not active, or a service account */
    public Given handle(Caller caller, UserId id) {
        work.reading(() -> require(caller, id));
        SecretText password = made.next();
        String hash = hasher.hash(Password.chosen(password.reveal()));
        return work.inTransaction(() -> {
            User user = require(caller, id);
            Instant at = work.now();
            Instant until = user.notAfterStay(at.plus(limits.invitation()));
            passwords.setTemporary(id, hash, at, until);
            known.show(caller.user(), id, ShownSecrets.Kind.PASSWORD);
            sessions.removeAllOf(id, null);
            work.journal()
                    .write(
                            caller,
                            "user.give-temporary-password",
                            Target.of(user),
                            Changes.none().addHidden("password").set("until", until));
            return new Given(user, password, until);
        });
    }

    private User require(Caller caller, UserId id) {
        User user = users.get(id);
        work.guard().requireToTakeOver(caller, RosterPermission.USER_UPDATE, user);
        user.mustStillStay(work.now());
        if (!user.isActive() || user.isService()) {
            throw RefusedException.conflict(
                    "user", "`" + user.username() + "` is not an active person and cannot log in with a password");
        }
        return user;
    }
}

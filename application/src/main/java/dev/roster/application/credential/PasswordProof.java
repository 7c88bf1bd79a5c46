package dev.roster.application.credential;

import dev.roster.application.Now;
import dev.roster.application.access.Origin;
import dev.roster.application.port.PasswordHasher;
import dev.roster.application.port.Passwords;
import dev.roster.application.port.Transactions;
import dev.roster.application.port.Users;
import dev.roster.domain.RefusedException;
import dev.roster.domain.credential.Guess;
import dev.roster.domain.credential.Password;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserStatus;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** Finds out whose login and password somebody typed. */
final class PasswordProof {
    /** Who it is, and the attempt to be told that it succeeded. */
    record Proven(User user, Passwords.Kept kept, Throttle.Attempt attempt) {}

    private final Transactions transactions;
    private final Users users;
    private final Passwords passwords;
    private final Throttle throttle;
    private final PasswordHasher hasher;
    private final Now now;

    @Inject
    PasswordProof(
            Transactions transactions,
            Users users,
            Passwords passwords,
            Throttle throttle,
            PasswordHasher hasher,
            Now now) {
        this.transactions = transactions;
        this.users = users;
        this.passwords = passwords;
        this.throttle = throttle;
        this.hasher = hasher;
        this.now = now;
    }

    /**
     * @throws RefusedException UNAUTHENTICATED, in the same words and after the same time whether the account is
     *     unknown, has no password, is neither active nor invited, or has another password; THROTTLED, likewise, after
     *     too many of those; BUSY when too many are logging in
     */
    Proven require(String typed, Password password, Origin origin) {
        NameKey login = NameKey.of(typed.strip());
        Optional<User> user = transactions.reading(() -> users.findByLogin(login));
        Throttle.Attempt attempt = throttle.admit(Guess.LOG_IN, origin, login, user.orElse(null));
        Optional<Passwords.Kept> kept = user.flatMap(found -> transactions.reading(() -> usable(found)));
        if (user.isEmpty() || kept.isEmpty()) {
            hasher.matchNothing(password);
            attempt.failed();
            throw wrong();
        }
        if (!hasher.matches(password, kept.get().hash())) {
            attempt.failed();
            throw wrong();
        }
        strengthen(user.get(), password, kept.get());
        return new Proven(user.get(), kept.get(), attempt);
    }

    /** An invited user's password is the temporary one of the invitation. */
    private Optional<Passwords.Kept> usable(User user) {
        boolean waiting = user.status() == UserStatus.INVITED;
        if (!user.isActive() && !waiting) {
            return Optional.empty();
        }
        Instant at = now.get();
        return passwords
                .find(user.id())
                .filter(kept -> kept.isTemporary() || !waiting)
                .filter(kept -> kept.temporaryUntil() == null || at.isBefore(kept.temporaryUntil()));
    }

    static RefusedException wrong() {
        return RefusedException.unauthenticated("wrong username, e-mail or password");
    }

    /** Replaces a lasting hash of older, weaker parameters, unless somebody set another password meanwhile. */
    private void strengthen(User user, Password password, Passwords.Kept kept) {
        if (!kept.isTemporary() && hasher.isOutdated(kept.hash())) {
            String stronger = hasher.hash(password);
            transactions.inTransaction(() -> passwords
                    .find(user.id())
                    .filter(kept::equals)
                    .ifPresent(same -> passwords.set(user.id(), stronger, now.get())));
        }
    }
}

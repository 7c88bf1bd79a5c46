package dev.roster.application.credential;

import dev.roster.application.access.Origin;
import dev.roster.application.port.ContextWords;
import dev.roster.application.port.PasswordHasher;
import dev.roster.application.port.Passwords;
import dev.roster.application.port.Users;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.credential.Guess;
import dev.roster.domain.credential.Password;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserStatus;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whose login and password somebody typed. That takes a hash, so it happens outside of any transaction, and what it
 * found out may be over by the time somebody acts on it: {@link Proven#confirm} asks again, in the transaction that acts.
 */
final class PasswordProof {
    /** Who it was when their password was compared. */
    final class Proven {
        private final Supplier<Optional<User>> whose;
        private final User user;
        private final Passwords.Kept kept;
        private final @Nullable String stronger;
        private final Throttle.Attempt attempt;

        private Proven(
                Supplier<Optional<User>> whose,
                User user,
                Passwords.Kept kept,
                @Nullable String stronger,
                Throttle.Attempt attempt) {
            this.whose = whose;
            this.user = user;
            this.kept = kept;
            this.stronger = stronger;
            this.attempt = attempt;
        }

        /** What is known about them, for a policy to judge another password by. Nothing to act on. */
        ContextWords words() {
            return ContextWords.of(user);
        }

        boolean isTemporary() {
            return kept.isTemporary();
        }

        /**
         * Tells the throttle, and keeps a stronger hash where one was made. To be called in the transaction that acts.
         *
         * @return the user as they are in this transaction; empty when the login is not theirs any more, when they are
         *     neither active nor invited, and when another password was set since
         * @throws RefusedException THROTTLED where waiting began meanwhile
         */
        Optional<User> confirm() {
            attempt.succeeded();
            Optional<User> still = whose.get()
                    .filter(found -> found.id().equals(user.id()))
                    .filter(found -> usable(found).filter(kept::equals).isPresent());
            if (stronger != null) {
                still.ifPresent(found -> passwords.rehash(found.id(), kept.hash(), stronger));
            }
            return still;
        }
    }

    private final UnitOfWork work;
    private final Users users;
    private final Passwords passwords;
    private final Throttle throttle;
    private final PasswordHasher hasher;

    @Inject
    PasswordProof(UnitOfWork work, Users users, Passwords passwords, Throttle throttle, PasswordHasher hasher) {
        this.work = work;
        this.users = users;
        this.passwords = passwords;
        this.throttle = throttle;
        this.hasher = hasher;
    }

    /**
     * @throws RefusedException UNAUTHENTICATED, in the same words and after the same time whether the account is
     *     unknown, has no password, is neither active nor invited, or has another password; THROTTLED, likewise, after
     *     too many of those; BUSY when too many are logging in
     */
    Proven require(String typed, Password password, Origin origin) {
        NameKey login = NameKey.of(typed.strip());
        Optional<User> user = work.reading(() -> users.findByLogin(login));
        Throttle.Attempt attempt = throttle.admit(Guess.LOG_IN, origin, login, user.orElse(null));
        return prove(() -> users.findByLogin(login), user, password, attempt).orElseThrow(PasswordProof::wrong);
    }

    /**
     * The same for somebody who is known already and shows once more that they know the password. Empty when they do not.
     *
     * @throws RefusedException THROTTLED after too many wrong ones; BUSY
     */
    Optional<Proven> again(User known, Password password, Origin origin) {
        NameKey account = NameKey.of(known.id().toString());
        Throttle.Attempt attempt = throttle.admit(Guess.CHANGE_PASSWORD, origin, account, known);
        return prove(() -> users.find(known.id()), Optional.of(known), password, attempt);
    }

    private Optional<Proven> prove(
            Supplier<Optional<User>> whose, Optional<User> user, Password password, Throttle.Attempt attempt) {
        Optional<Passwords.Kept> kept = user.flatMap(found -> work.reading(() -> usable(found)));
        Optional<Password> right = compare(password, kept);
        if (user.isEmpty() || kept.isEmpty() || right.isEmpty()) {
            attempt.failed();
            return Optional.empty();
        }
        return Optional.of(
                new Proven(whose, user.get(), kept.get(), stronger(password, right.get(), kept.get()), attempt));
    }

    /** The spelling of the password that is the one that is kept. Takes as long where none is. */
    private Optional<Password> compare(Password password, Optional<Passwords.Kept> kept) {
        if (kept.isEmpty()) {
            password.spellings().forEach(hasher::matchNothing);
            return Optional.empty();
        }
        return password.spellings().stream()
                .filter(spelling -> hasher.matches(spelling, kept.get().hash()))
                .findFirst();
    }

    /** An invited user's password is the temporary one of the invitation. */
    private Optional<Passwords.Kept> usable(User user) {
        Instant at = work.now();
        boolean waiting = user.status() == UserStatus.INVITED;
        if (user.isService() || user.hasEndedBy(at) || (!user.isActive() && !waiting)) {
            return Optional.empty();
        }
        return passwords
                .find(user.id())
                .filter(kept -> kept.isTemporary() || !waiting)
                .filter(kept -> kept.isUsable(at));
    }

    static RefusedException wrong() {
        return RefusedException.unauthenticated("wrong username, e-mail or password");
    }

    /**
     * A hash to keep in place of one of older, weaker parameters or of a password that was kept as it was typed; null where
     * the one that is kept is good. A temporary one is not worth it.
     */
    private @Nullable String stronger(Password password, Password right, Passwords.Kept kept) {
        boolean isGood = right.reveal().equals(password.reveal()) && !hasher.isOutdated(kept.hash());
        return kept.isTemporary() || isGood ? null : hasher.hash(password);
    }
}

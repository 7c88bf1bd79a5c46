package dev.roster.application.credential;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.port.Attempts;
import dev.roster.application.port.KnownAddresses;
import dev.roster.application.work.Changes;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.credential.AttemptKey;
import dev.roster.domain.credential.Backoff;
import dev.roster.domain.credential.Failures;
import dev.roster.domain.credential.Guess;
import dev.roster.domain.credential.NetworkBlock;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Slows guessing down. Failures are counted for the network address and for the account, whether or not the account exists.
 * Strangers cannot block a user: from an address that the user has logged in from before, only their own failures there
 * count.
 *
 * <p>Ask before any expensive work, and outside a transaction: a refused use case rolls back, and the count of its failure
 * must not. Reporting the result asks again, because the work took some time.
 */
public final class Throttle {
    private static final Duration ADDRESS_IS_KNOWN_FOR = Duration.ofDays(90);

    private static final UserId NOBODY = new UserId(new UUID(0, 0));

    private final UnitOfWork work;
    private final Attempts attempts;
    private final KnownAddresses addresses;

    @Inject
    Throttle(UnitOfWork work, Attempts attempts, KnownAddresses addresses) {
        this.work = work;
        this.attempts = attempts;
        this.addresses = addresses;
    }

    /**
     * Admits an attempt that names no account, as with a token or a link.
     *
     * @throws RefusedException THROTTLED
     */
    public Attempt admit(Guess guess, Origin origin) {
        return admit(guess, origin, null, null);
    }

    /**
     * Admits an attempt on an account.
     *
     * @param account what was entered
     * @param user the user with that name, or null if there is none; the answer does not depend on it
     * @throws RefusedException THROTTLED
     */
    public Attempt admit(Guess guess, Origin origin, @Nullable NameKey account, @Nullable User user) {
        return work.reading(() -> {
            Attempt attempt = attempt(guess, origin, account, user);
            Duration wait = attempt.longestWait();
            if (!wait.isZero()) {
                throw held(wait);
            }
            return attempt;
        });
    }

    /**
     * Admits a request that sends a mail to an address that was entered. The guess's limit for an account applies to one
     * network address with one mailbox, and its limit for an address applies to the mailbox, from all network addresses.
     *
     * @throws RefusedException THROTTLED
     */
    public Attempt admitMail(Guess guess, Origin origin, NameKey mailbox) {
        return work.reading(() -> {
            Map<AttemptKey, Backoff> counted = new LinkedHashMap<>();
            String address = origin.address();
            NetworkBlock block = address == null ? null : NetworkBlock.of(address);
            if (block != null) {
                counted.put(AttemptKey.ofBoth(guess, block, mailbox.value()), guess.ofAccount());
                counted.put(AttemptKey.ofAccount(guess, mailbox.value()), guess.ofAddress());
            }
            Attempt attempt = new Attempt(origin, guess, null, block, counted);
            Duration wait = attempt.longestWait();
            if (!wait.isZero()) {
                throw held(wait);
            }
            return attempt;
        });
    }

    private Attempt attempt(Guess guess, Origin origin, @Nullable NameKey account, @Nullable User user) {
        Map<AttemptKey, Backoff> counted = new LinkedHashMap<>();
        String address = origin.address();
        if (address == null) {
            // The operator at the machine, and an embedding platform that counts for itself.
            return new Attempt(origin, guess, user, null, counted);
        }
        NetworkBlock block = NetworkBlock.of(address);
        if (account != null && isKnown(user, block)) {
            counted.put(AttemptKey.ofBoth(guess, block, account.value()), guess.ofAccount());
        } else {
            counted.put(AttemptKey.ofAddress(guess, block), guess.ofAddress());
            if (account != null) {
                counted.put(AttemptKey.ofAccount(guess, account.value()), guess.ofAccount());
            }
        }
        return new Attempt(origin, guess, user, block, counted);
    }

    /** Asks the store about nobody, too, so that an unknown name takes as long as a known one. */
    private boolean isKnown(@Nullable User user, NetworkBlock block) {
        UserId id = user == null ? NOBODY : user.id();
        return addresses.has(id, block, work.now().minus(ADDRESS_IS_KNOWN_FOR));
    }

    private static RefusedException held(Duration wait) {
        long seconds = wait.plusSeconds(1).minusNanos(1).toSeconds();
        return RefusedException.throttled(
                "too many attempts, try again in " + seconds + (seconds == 1 ? " second" : " seconds"),
                Duration.ofSeconds(seconds));
    }

    /** An admitted attempt. Report its result once; report nothing if the attempt could not be made. */
    public final class Attempt {
        private final Origin origin;
        private final Guess guess;
        private final @Nullable User user;
        private final @Nullable NetworkBlock address;
        private final Map<AttemptKey, Backoff> counted;

        private Attempt(
                Origin origin,
                Guess guess,
                @Nullable User user,
                @Nullable NetworkBlock address,
                Map<AttemptKey, Backoff> counted) {
            this.origin = origin;
            this.guess = guess;
            this.user = user;
            this.address = address;
            this.counted = counted;
        }

        private Duration longestWait() {
            if (counted.isEmpty()) {
                return Duration.ZERO;
            }
            Instant at = work.now();
            Duration longest = Duration.ZERO;
            for (Map.Entry<AttemptKey, Failures> found :
                    attempts.find(counted.keySet()).entrySet()) {
                Duration wait = backoff(found.getKey()).waitAt(at, found.getValue());
                longest = wait.compareTo(longest) > 0 ? wait : longest;
            }
            return longest;
        }

        private Backoff backoff(AttemptKey key) {
            return counted.getOrDefault(key, guess.ofAddress());
        }

        /**
         * Counts it as a failure. Do not call this inside the transaction of a use case that is about to fail.
         *
         * @throws RefusedException THROTTLED if waiting began since it was admitted: simultaneous attempts get no more answers
         *     than consecutive ones
         */
        public void failed() {
            if (!counted.isEmpty()) {
                Duration wait = work.inTransaction(() -> {
                    boolean mustWait = !longestWait().isZero();
                    count();
                    return mustWait ? longestWait() : Duration.ZERO;
                });
                if (!wait.isZero()) {
                    throw held(wait);
                }
            }
        }

        private void count() {
            Instant at = work.now();
            counted.forEach((key, backoff) -> {
                Failures failures = attempts.add(key, at, Backoff.since(at));
                if (failures.count() == 1) {
                    attempts.removeOld(Backoff.since(at));
                }
                if (backoff.beginsWith(failures)) {
                    tell();
                }
            });
        }

        /** Says nothing of a name that nobody has: it may be a password that somebody typed into the wrong field. */
        private void tell() {
            work.journal()
                    .write(
                            Caller.roster(origin),
                            "throttle.begin",
                            user == null ? Target.instance() : Target.of(user),
                            Changes.none().set("guess", guess.word()));
        }

        /**
         * Resets the failures of the account, not those of the address, and remembers the address as known. May be called in
         * the transaction that the attempt was for.
         *
         * @throws RefusedException THROTTLED as {@link #failed()} does, so that the answer does not reveal a correct guess
         */
        public void succeeded() {
            NetworkBlock from = address;
            if (from != null) {
                work.inTransaction(() -> {
                    Duration wait = longestWait();
                    if (!wait.isZero()) {
                        throw held(wait);
                    }
                    forgive(from);
                });
            }
        }

        private void forgive(NetworkBlock from) {
            AttemptKey ofAddress = AttemptKey.ofAddress(guess, from);
            counted.keySet().stream().filter(key -> !key.equals(ofAddress)).forEach(attempts::forget);
            if (user != null) {
                Instant at = work.now();
                addresses.add(user.id(), from, at);
                addresses.removeOld(at.minus(ADDRESS_IS_KNOWN_FOR));
            }
        }
    }
}

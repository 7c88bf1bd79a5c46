package dev.roster.persistence.secret;

import dev.roster.application.port.PasswordHasher;
import dev.roster.domain.RefusedException;
import dev.roster.domain.credential.Password;
import java.security.SecureRandom;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Argon2id with as many hashes at once as there are cores, and a short queue behind them. */
final class Argon2Hasher implements PasswordHasher {
    private static final int SALT_BYTES = 16;
    private static final int MOST_WAITING = 64;
    private static final int LONGEST_WAIT_SECONDS = 5;

    private final Argon2Parameters parameters;
    private final Semaphore cores;
    private final Semaphore places;
    private final SecureRandom random = new SecureRandom();

    Argon2Hasher(Argon2Parameters parameters) {
        this(parameters, Runtime.getRuntime().availableProcessors(), MOST_WAITING);
    }

    Argon2Hasher(Argon2Parameters parameters, int most, int mostWaiting) {
        this.parameters = parameters;
        this.cores = new Semaphore(most, true);
        this.places = new Semaphore(most + mostWaiting);
    }

    @Override
    public String hash(Password password) {
        return inTurn(() -> Argon2Hash.make(parameters, salt(), password)).toString();
    }

    @Override
    public boolean matches(Password password, String hash) {
        Argon2Hash stored = Argon2Hash.parse(hash);
        return inTurn(() -> stored.matches(password));
    }

    @Override
    public void matchNothing(Password password) {
        inTurn(() -> Argon2Hash.make(parameters, new byte[SALT_BYTES], password));
    }

    @Override
    public boolean isOutdated(String hash) {
        return Argon2Hash.parse(hash).parameters().isWeakerThan(parameters);
    }

    @Override
    public boolean isAcceptable(String hash) {
        return Argon2Hash.read(hash).filter(Argon2Hash::isBearable).isPresent();
    }

    private byte[] salt() {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return salt;
    }

    private <T> T inTurn(Supplier<T> work) {
        if (!places.tryAcquire()) {
            throw busy();
        }
        try {
            return withCore(work);
        } finally {
            places.release();
        }
    }

    private <T> T withCore(Supplier<T> work) {
        waitForCore();
        try {
            return work.get();
        } finally {
            cores.release();
        }
    }

    private void waitForCore() {
        try {
            if (!cores.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw busy();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw busy();
        }
    }

    private static RefusedException busy() {
        return RefusedException.busy("too many passwords are being checked, try again");
    }
}

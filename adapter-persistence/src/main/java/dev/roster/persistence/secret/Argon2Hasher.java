package dev.roster.persistence.secret;

import dev.roster.application.port.PasswordHasher;
import dev.roster.domain.RefusedException;
import dev.roster.domain.credential.Password;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Argon2id, and for hashes from elsewhere what made them, with as many hashes at once as there are cores, and a short queue
 * behind them.
 */
final class Argon2Hasher implements PasswordHasher {
    private static final int SALT_BYTES = 16;
    /** What Argon2 works in besides the memory that it fills. */
    private static final int SCRATCH = 8;

    private static final int MOST_WAITING = 64;
    private static final int LONGEST_WAIT_SECONDS = 5;

    private final Argon2Parameters parameters;
    /** One for each hash that may be computed at once. */
    private final BlockingQueue<KeptBlocks> free;

    private final Semaphore places;
    private final SecureRandom random = new SecureRandom();

    Argon2Hasher(Argon2Parameters parameters) {
        this(parameters, Runtime.getRuntime().availableProcessors(), MOST_WAITING);
    }

    Argon2Hasher(Argon2Parameters parameters, int most, int mostWaiting) {
        this.parameters = parameters;
        this.free = new ArrayBlockingQueue<>(Math.max(1, most), true);
        for (int i = 0; i < most; i++) {
            free.add(new KeptBlocks(parameters.memoryKibibytes() + SCRATCH));
        }
        this.places = new Semaphore(most + mostWaiting);
    }

    @Override
    public String hash(Password password) {
        return inTurn(blocks -> Argon2Hash.make(parameters, salt(), password, blocks))
                .toString();
    }

    @Override
    public boolean matches(Password password, String hash) {
        StoredHash stored = stored(hash);
        return inTurn(blocks -> stored.matches(password, blocks));
    }

    @Override
    public void matchNothing(Password password) {
        inTurn(blocks -> Argon2Hash.make(parameters, new byte[SALT_BYTES], password, blocks));
    }

    @Override
    public boolean isOutdated(String hash) {
        return stored(hash).isWeakerThan(parameters);
    }

    @Override
    public Optional<String> objectionTo(String hash) {
        return StoredHash.read(hash).map(StoredHash::objection).orElse(Optional.of(StoredHash.UNKNOWN));
    }

    private static StoredHash stored(String hash) {
        return StoredHash.read(hash)
                .orElseThrow(() -> new IllegalStateException("a stored password hash is of no kind that is known"));
    }

    private byte[] salt() {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return salt;
    }

    private <T> T inTurn(Function<KeptBlocks, T> work) {
        if (!places.tryAcquire()) {
            throw busy();
        }
        try {
            return withBlocks(work);
        } finally {
            places.release();
        }
    }

    private <T> T withBlocks(Function<KeptBlocks, T> work) {
        KeptBlocks blocks = waitForBlocks();
        try {
            return work.apply(blocks);
        } finally {
            free.add(blocks);
        }
    }

    private KeptBlocks waitForBlocks() {
        try {
            KeptBlocks blocks = free.poll(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
            if (blocks == null) {
                throw busy();
            }
            return blocks;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw busy();
        }
    }

    private static RefusedException busy() {
        return RefusedException.busy("too many passwords are being checked; try again");
    }
}

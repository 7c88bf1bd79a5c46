package dev.roster.application.fake;

import dev.roster.application.port.PasswordHasher;
import dev.roster.domain.credential.Password;
import dev.roster.domain.credential.SecretDigest;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** A salted digest in place of a slow hash. Counts its work, so that a test can compare what two logins cost. */
public final class FastPasswordHasher implements PasswordHasher {
    private static final String SCHEME = "fast";
    private static final String OLD_SCHEME = "old";

    private final AtomicLong salts = new AtomicLong();
    private final AtomicLong matches = new AtomicLong();

    @Override
    public String hash(Password password) {
        return hash(SCHEME, password);
    }

    /** A hash such as an earlier version made, which {@link #isOutdated} knows. */
    public String outdatedHash(Password password) {
        return hash(OLD_SCHEME, password);
    }

    @Override
    public boolean matches(Password password, String hash) {
        matches.incrementAndGet();
        String salted = hash.substring(0, hash.lastIndexOf('$'));
        return hash.equals(digested(salted, password));
    }

    @Override
    public void matchNothing(Password password) {
        matches.incrementAndGet();
    }

    @Override
    public boolean isOutdated(String hash) {
        return hash.startsWith(OLD_SCHEME + "$");
    }

    @Override
    public Optional<String> objectionTo(String hash) {
        return hash.matches("(?:fast|old)\\$[0-9]+\\$[0-9a-f]{64}")
                ? Optional.empty()
                : Optional.of("this is no password hash that Roster can check");
    }

    /** How many passwords were compared so far, with a hash or with nothing. */
    public long comparisons() {
        return matches.get();
    }

    /** How many hashes were made so far. */
    public long hashes() {
        return salts.get();
    }

    private String hash(String scheme, Password password) {
        return digested(scheme + "$" + salts.incrementAndGet(), password);
    }

    private static String digested(String salted, Password password) {
        return salted + "$" + SecretDigest.of(salted + password.reveal()).hex();
    }
}

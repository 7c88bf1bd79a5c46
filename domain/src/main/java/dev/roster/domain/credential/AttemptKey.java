package dev.roster.domain.credential;

/**
 * The key under which failures are counted: a digest, so that mistyped names and addresses of strangers are not stored.
 */
public record AttemptKey(String hex) {
    public static AttemptKey ofAddress(Guess guess, NetworkBlock address) {
        return of(guess + "\naddress\n" + address);
    }

    /** @param account what was entered, whether or not the account exists */
    public static AttemptKey ofAccount(Guess guess, String account) {
        return of(guess + "\naccount\n" + account);
    }

    /** An account from one address alone. */
    public static AttemptKey ofBoth(Guess guess, NetworkBlock address, String account) {
        // No address has a line break, so the account, which may hold anything, cannot be mistaken for one.
        return of(guess + "\nboth\n" + address + "\n" + account);
    }

    private static AttemptKey of(String text) {
        return new AttemptKey(SecretDigest.of(text).hex());
    }

    @Override
    public String toString() {
        return hex;
    }
}

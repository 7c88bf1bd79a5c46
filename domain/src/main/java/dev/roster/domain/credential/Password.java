package dev.roster.domain.credential;

import dev.roster.domain.RefusedException;

/**
 * A password in clear, on its way to the hasher. 8 to 128 Unicode characters, each counted once, nothing trimmed or cut,
 * no composition rules (NIST SP 800-63B-4 §3.1.1.2). {@code toString} hides it.
 */
public final class Password {
    public static final int LEAST = 8;
    public static final int MOST = 128;

    private final String value;

    private Password(String value) {
        this.value = value;
    }

    /** A password that somebody wants to have. */
    public static Password chosen(String value) {
        int length = value.codePointCount(0, value.length());
        if (length < LEAST || length > MOST) {
            throw RefusedException.invalid(
                    "password", "the password has " + length + " characters, expected " + LEAST + " to " + MOST);
        }
        // Half a character has no bytes of its own: the hasher would see a question mark.
        if (value.codePoints().anyMatch(character -> Character.getType(character) == Character.SURROGATE)) {
            throw RefusedException.invalid("password", "the password holds half a Unicode character");
        }
        return new Password(value);
    }

    /** A password that somebody tries to log in with: any text, so that a wrong one is only ever wrong. */
    public static Password attempted(String value) {
        return new Password(value);
    }

    /** The secret itself, for the hasher. */
    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "Password[hidden]";
    }
}

package dev.roster.domain.credential;

import dev.roster.domain.RefusedException;
import java.text.Normalizer;
import java.util.List;

/**
 * A password in clear, on its way to the hasher. 8 to 128 Unicode characters, each counted once, nothing trimmed or cut,
 * no composition rules (NIST SP 800-63B-4 §3.1.1.2). {@code toString} hides it.
 *
 * <p>Keyboards and systems write the same characters in different ways, so each password is brought into one form before it
 * is counted, set or compared: all kinds of spaces become the ASCII space, then Unicode's form NFC (RFC 8265 §4.2, but
 * without refusing controls and unassigned characters).
 */
public final class Password {
    public static final int LEAST = 8;
    public static final int MOST = 128;

    /**
     * No character is written with more than four others, each of at most two {@code char}s. What is longer is no way to
     * write an allowed password, and is left alone: bringing it into the form would take time that grows with its square.
     */
    private static final int LONGEST_WRITTEN = 4 * 2 * MOST;

    private final String value;
    private final String typed;

    private Password(String typed) {
        this.typed = typed;
        this.value = typed.length() > LONGEST_WRITTEN ? typed : normalized(typed);
    }

    private Password(String value, String typed) {
        this.value = value;
        this.typed = typed;
    }

    /** A password that a user chooses. */
    public static Password chosen(String value) {
        Password password = new Password(value);
        int length = password.value.codePointCount(0, password.value.length());
        if (length < LEAST || length > MOST) {
            throw RefusedException.invalid(
                    "password", "the password has " + length + " characters, expected " + LEAST + " to " + MOST);
        }
        // Half a character has no bytes of its own: the hasher would see a question mark.
        if (value.codePoints().anyMatch(character -> Character.getType(character) == Character.SURROGATE)) {
            throw RefusedException.invalid("password", "the password contains an incomplete Unicode character");
        }
        return password;
    }

    /** A password entered to log in: any text, so that a wrong one is simply wrong. */
    public static Password attempted(String value) {
        return new Password(value);
    }

    private static String normalized(String typed) {
        StringBuilder blank = new StringBuilder(typed.length());
        typed.codePoints()
                .map(character -> Character.getType(character) == Character.SPACE_SEPARATOR ? ' ' : character)
                .forEach(blank::appendCodePoint);
        return Normalizer.normalize(blank, Normalizer.Form.NFC);
    }

    /** The secret itself, for the hasher. */
    public String reveal() {
        return value;
    }

    /**
     * The forms in which this password may have been stored: itself and, if it was entered in another form, the text as
     * entered, which earlier versions stored. One or two.
     */
    public List<Password> spellings() {
        return value.equals(typed) ? List.of(this) : List.of(this, new Password(typed, typed));
    }

    @Override
    public String toString() {
        return "Password[hidden]";
    }
}

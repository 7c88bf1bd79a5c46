package dev.roster.domain.credential;

import dev.roster.domain.RefusedException;
import java.util.regex.Pattern;

/**
 * The one revealable key of a user, made at random or chosen by the operator: 5 to 200 visible ASCII characters, as it
 * travels in a header. {@code toString} hides it.
 */
public record UserToken(SecretText secret) {
    /** The least length of one that the operator chooses. */
    public static final int LEAST = 5;
    /** The minimum length of one that does not come from the machine of the store. */
    public static final int LEAST_FROM_AFAR = 32;

    private static final Pattern SHAPE = Pattern.compile("[\\x21-\\x7E]{5,200}");

    public UserToken {
        if (!SHAPE.matcher(secret.reveal()).matches()) {
            throw RefusedException.invalid(
                    "user_token", "the user token must have 5 to 200 visible ASCII characters and no spaces");
        }
    }

    /**
     * One that a caller from afar chose, which others can try to guess from there.
     *
     * @throws RefusedException INVALID naming {@code user_token}, shorter than {@value #LEAST_FROM_AFAR} characters
     */
    public static UserToken fromAfar(String value) {
        requireLength(value.length());
        return of(value);
    }

    /** @throws RefusedException INVALID naming {@code user_token}, shorter than {@value #LEAST_FROM_AFAR} characters */
    public void mustBeLongEnoughFromAfar() {
        requireLength(reveal().length());
    }

    private static void requireLength(int length) {
        if (length < LEAST_FROM_AFAR) {
            throw RefusedException.invalid(
                    "user_token",
                    "the user_token has " + length + " characters, it must have at least " + LEAST_FROM_AFAR
                            + "; omit it to get a generated one");
        }
    }

    public static UserToken of(String value) {
        return new UserToken(new SecretText(value));
    }

    public String reveal() {
        return secret.reveal();
    }

    public SecretDigest digest() {
        return secret.digest();
    }

    @Override
    public String toString() {
        return "UserToken[hidden]";
    }
}

package dev.roster.domain.credential;

import dev.roster.domain.RefusedException;
import java.util.regex.Pattern;

/**
 * The one revealable key of a user, made at random or chosen by the operator: 5 to 200 visible ASCII characters, as it
 * travels in a header. {@code toString} hides it.
 */
public record UserToken(SecretText secret) {
    private static final Pattern SHAPE = Pattern.compile("[\\x21-\\x7E]{5,200}");

    public UserToken {
        if (!SHAPE.matcher(secret.reveal()).matches()) {
            throw RefusedException.invalid(
                    "user_token", "the user token must have 5 to 200 visible ASCII characters and no blanks");
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

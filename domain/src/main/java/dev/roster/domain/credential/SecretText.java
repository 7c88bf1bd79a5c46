package dev.roster.domain.credential;

/**
 * A bearer secret in clear: a user token, the key of a session, a set-up link. Only its {@link #digest()} is looked up
 * or stored; {@code toString} hides it.
 */
public record SecretText(String reveal) {
    public SecretDigest digest() {
        return SecretDigest.of(reveal);
    }

    @Override
    public String toString() {
        return "SecretText[hidden]";
    }
}

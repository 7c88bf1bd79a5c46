package dev.roster.domain.credential;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The SHA-256 of a bearer secret, in lower-case hex, by which such secrets are found. A plain digest is enough because
 * the secrets are long and random, or chosen by an operator who is asked for a long random one.
 */
public record SecretDigest(String hex) {
    public static SecretDigest of(String secret) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return new SecretDigest(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    @Override
    public String toString() {
        return "SecretDigest[hidden]";
    }
}

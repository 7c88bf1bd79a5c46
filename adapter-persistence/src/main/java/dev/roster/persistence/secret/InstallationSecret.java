package dev.roster.persistence.secret;

import dev.roster.domain.RefusedException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;

/**
 * The secret of an installation, which all its nodes share. It is never used directly: each use has a key of its own,
 * derived with HKDF (RFC 5869) over SHA-256. {@code toString} hides it.
 */
public final class InstallationSecret {
    /** The fewest characters of a secret that is given as text. */
    public static final int LEAST = 32;

    private static final int KEY_BYTES = 32;
    private static final int BRIEF = 8;
    private static final String CONTEXT = "roster/";

    private final byte[] secret;

    private InstallationSecret(byte[] secret) {
        this.secret = secret.clone();
    }

    static InstallationSecret of(byte[] bytes) {
        return new InstallationSecret(bytes);
    }

    /** A new one of 256 random bits. */
    static InstallationSecret random() {
        byte[] bits = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bits);
        return new InstallationSecret(bits);
    }

    /**
     * The secret in an existing file. Does not check any store; to open a store, use a {@link SecretKeySource}.
     *
     * @throws SecretKeyException if the file cannot be read
     */
    public static InstallationSecret ofFile(Path file) {
        return new InstallationSecret(new SecretFile(file).read());
    }

    /** @throws RefusedException INVALID, when it is shorter than {@value #LEAST} characters */
    public static InstallationSecret of(String text) {
        if (text.length() < LEAST) {
            throw RefusedException.invalid(
                    "secret_key", "the secret key has " + text.length() + " characters, expected at least " + LEAST);
        }
        return new InstallationSecret(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What a store keeps to recognize the secret: 64 hex digits, from which it does not follow. */
    public String fingerprint() {
        return HexFormat.of().formatHex(derive("fingerprint"));
    }

    /** The beginning of the fingerprint, for people. */
    public String brief() {
        return fingerprint().substring(0, BRIEF);
    }

    /** Whether a text was sealed with it, going by the name of the key in the text. */
    public boolean hasSealed(String text) {
        return Stream.of(GcmTokenVault.USE, GcmSealer.USE).anyMatch(use -> AesGcm.isSealedWith(derive(use), text));
    }

    /** As it stands in a file. */
    String encoded() {
        return Base64.getEncoder().encodeToString(secret);
    }

    /**
     * 32 bytes for one use; another name gives other bytes, from which the secret does not follow.
     */
    public byte[] derive(String use) {
        HKDFBytesGenerator generator = new HKDFBytesGenerator(SHA256Digest.newInstance());
        generator.init(new HKDFParameters(secret, null, (CONTEXT + use).getBytes(StandardCharsets.UTF_8)));
        byte[] key = new byte[KEY_BYTES];
        generator.generateBytes(key, 0, key.length);
        return key;
    }

    @Override
    public String toString() {
        return "InstallationSecret[hidden]";
    }
}

package dev.roster.persistence.secret;

import dev.roster.domain.RefusedException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.jspecify.annotations.Nullable;

/**
 * The secret that an installation has for itself; all its nodes share it. Nothing uses it as it is: each use has a key of
 * its own, derived with HKDF (RFC 5869) over SHA-256. {@code toString} hides it.
 */
public final class InstallationSecret {
    /** The fewest characters of a secret that is given as text. */
    public static final int LEAST = 32;

    private static final int KEY_BYTES = 32;
    private static final String CONTEXT = "roster/";

    private final Supplier<byte[]> source;
    private byte @Nullable [] secret;

    private InstallationSecret(Supplier<byte[]> source) {
        this.source = source;
    }

    /** The secret kept in a file, which is made with a new one when it is first needed and not there. */
    public static InstallationSecret inFile(Path file) {
        return new InstallationSecret(new SecretFile(file)::read);
    }

    /** @throws RefusedException INVALID, when it is shorter than {@value #LEAST} characters */
    public static InstallationSecret of(String text) {
        if (text.length() < LEAST) {
            throw RefusedException.invalid(
                    "secret_key", "the secret key has " + text.length() + " characters, expected at least " + LEAST);
        }
        byte[] given = text.getBytes(StandardCharsets.UTF_8);
        return new InstallationSecret(given::clone);
    }

    /**
     * 32 bytes for one use; another name gives other bytes, from which the secret does not follow.
     *
     * @throws SecretFileException when the secret is in a file that cannot be read or made
     */
    public byte[] derive(String use) {
        HKDFBytesGenerator generator = new HKDFBytesGenerator(SHA256Digest.newInstance());
        generator.init(new HKDFParameters(secret(), null, (CONTEXT + use).getBytes(StandardCharsets.UTF_8)));
        byte[] key = new byte[KEY_BYTES];
        generator.generateBytes(key, 0, key.length);
        return key;
    }

    private synchronized byte[] secret() {
        if (secret == null) {
            secret = source.get();
        }
        return secret;
    }

    @Override
    public String toString() {
        return "InstallationSecret[hidden]";
    }
}

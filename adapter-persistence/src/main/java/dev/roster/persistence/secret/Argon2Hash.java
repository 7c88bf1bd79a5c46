package dev.roster.persistence.secret;

import dev.roster.domain.RefusedException;
import dev.roster.domain.credential.Password;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;

/** An Argon2id hash as text, in the PHC string format: {@code $argon2id$v=19$m=19456,t=2,p=1$SALT$HASH}. */
final class Argon2Hash {
    private static final Pattern SHAPE = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,8}),t=(\\d{1,4}),p=(\\d{1,3})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");
    private static final int VERSION = org.bouncycastle.crypto.params.Argon2Parameters.ARGON2_VERSION_13;
    private static final int HASH_BYTES = 32;
    private static final int LEAST_SALT = 8;
    private static final int LEAST_HASH = 16;
    private static final int MOST_BYTES = 64;

    private final Argon2Parameters parameters;
    private final byte[] salt;
    private final byte[] hash;

    private Argon2Hash(Argon2Parameters parameters, byte[] salt, byte[] hash) {
        this.parameters = parameters;
        this.salt = salt;
        this.hash = hash;
    }

    static Argon2Hash make(Argon2Parameters parameters, byte[] salt, Password password) {
        return new Argon2Hash(parameters, salt, compute(parameters, salt, password, HASH_BYTES));
    }

    static Argon2Hash parse(String text) {
        Matcher parts = SHAPE.matcher(text);
        if (!parts.matches()) {
            throw new IllegalStateException("a stored password hash is not an Argon2id hash");
        }
        Argon2Parameters parameters = new Argon2Parameters(
                Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)));
        Base64.Decoder base64 = Base64.getDecoder();
        return new Argon2Hash(parameters, base64.decode(parts.group(4)), base64.decode(parts.group(5)));
    }

    /** Empty for what is no Argon2id hash in the spelling that {@link #toString} gives it. */
    static Optional<Argon2Hash> read(String text) {
        if (!SHAPE.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            Argon2Hash hash = parse(text);
            return hash.toString().equals(text) ? Optional.of(hash) : Optional.empty();
        } catch (RefusedException | IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** Whether it can be checked at logins without more work than an installation may have chosen for its own. */
    boolean isBearable() {
        return parameters.isBearable()
                && salt.length >= LEAST_SALT
                && salt.length <= MOST_BYTES
                && hash.length >= LEAST_HASH
                && hash.length <= MOST_BYTES;
    }

    boolean matches(Password password) {
        return MessageDigest.isEqual(hash, compute(parameters, salt, password, hash.length));
    }

    Argon2Parameters parameters() {
        return parameters;
    }

    private static byte[] compute(Argon2Parameters parameters, byte[] salt, Password password, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new org.bouncycastle.crypto.params.Argon2Parameters.Builder(
                        org.bouncycastle.crypto.params.Argon2Parameters.ARGON2_id)
                .withVersion(VERSION)
                .withMemoryAsKB(parameters.memoryKibibytes())
                .withIterations(parameters.passes())
                .withParallelism(parameters.lanes())
                .withSalt(salt)
                .build());
        byte[] clear = password.reveal().getBytes(StandardCharsets.UTF_8);
        byte[] computed = new byte[length];
        generator.generateBytes(clear, computed);
        Arrays.fill(clear, (byte) 0);
        return computed;
    }

    @Override
    public String toString() {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=" + VERSION + "$m=" + parameters.memoryKibibytes() + ",t=" + parameters.passes() + ",p="
                + parameters.lanes() + "$" + base64.encodeToString(salt) + "$" + base64.encodeToString(hash);
    }
}

package dev.roster.persistence.secret;

import dev.roster.domain.RefusedException;
import dev.roster.domain.credential.Password;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;

/**
 * An Argon2 hash as text, in the PHC string format: {@code $argon2id$v=19$m=19456,t=2,p=1$SALT$HASH}. Those of other types
 * and versions come from elsewhere; Django writes {@code argon2} in front.
 */
final class Argon2Hash implements StoredHash {
    private static final Pattern SHAPE = Pattern.compile(
            "(?:argon2)?\\$argon2(id|i|d)\\$v=(16|19)\\$m=(\\d{1,8}),t=(\\d{1,4}),p=(\\d{1,3})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");
    private static final int VERSION = org.bouncycastle.crypto.params.Argon2Parameters.ARGON2_VERSION_13;
    private static final String TYPE = "id";
    private static final Map<String, Integer> TYPES = Map.of(
            TYPE,
            org.bouncycastle.crypto.params.Argon2Parameters.ARGON2_id,
            "i",
            org.bouncycastle.crypto.params.Argon2Parameters.ARGON2_i,
            "d",
            org.bouncycastle.crypto.params.Argon2Parameters.ARGON2_d);
    private static final int HASH_BYTES = 32;
    private static final int LEAST_SALT = 8;
    private static final int LEAST_HASH = 16;
    private static final int MOST_BYTES = 64;

    private final String type;
    private final int version;
    private final Argon2Parameters parameters;
    private final byte[] salt;
    private final byte[] hash;

    private Argon2Hash(String type, int version, Argon2Parameters parameters, byte[] salt, byte[] hash) {
        this.type = type;
        this.version = version;
        this.parameters = parameters;
        this.salt = salt;
        this.hash = hash;
    }

    static Argon2Hash make(Argon2Parameters parameters, byte[] salt, Password password, KeptBlocks blocks) {
        Argon2Hash empty = new Argon2Hash(TYPE, VERSION, parameters, salt, new byte[HASH_BYTES]);
        return new Argon2Hash(TYPE, VERSION, parameters, salt, empty.compute(password, blocks));
    }

    /** Empty for what is no Argon2 hash in the spelling that {@link #toString} gives it. */
    static Optional<Argon2Hash> read(String text) {
        Matcher parts = SHAPE.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            Argon2Hash hash = of(parts);
            return text.endsWith(hash.toString()) ? Optional.of(hash) : Optional.empty();
        } catch (RefusedException | IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static Argon2Hash of(Matcher parts) {
        Argon2Parameters parameters = new Argon2Parameters(
                Integer.parseInt(parts.group(3)), Integer.parseInt(parts.group(4)), Integer.parseInt(parts.group(5)));
        Base64.Decoder base64 = Base64.getDecoder();
        return new Argon2Hash(
                parts.group(1),
                Integer.parseInt(parts.group(2)),
                parameters,
                base64.decode(parts.group(6)),
                base64.decode(parts.group(7)));
    }

    /** Whether it can be checked at logins without more work than an installation may have chosen for its own. */
    @Override
    public Optional<String> objection() {
        if (!parameters.isBearable()) {
            return Optional.of("this Argon2 hash takes too much work to check, " + Argon2Parameters.BEARABLE);
        }
        boolean isUsual = isBetween(LEAST_SALT, salt) && isBetween(LEAST_HASH, hash);
        return isUsual
                ? Optional.empty()
                : Optional.of("this Argon2 hash has a salt or a hash that is too short or too long");
    }

    private static boolean isBetween(int least, byte[] bytes) {
        return bytes.length >= least && bytes.length <= MOST_BYTES;
    }

    @Override
    public boolean matches(Password password, KeptBlocks blocks) {
        return MessageDigest.isEqual(hash, compute(password, blocks));
    }

    @Override
    public boolean isWeakerThan(Argon2Parameters wanted) {
        return !type.equals(TYPE) || version != VERSION || parameters.isWeakerThan(wanted);
    }

    private byte[] compute(Password password, KeptBlocks blocks) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new org.bouncycastle.crypto.params.Argon2Parameters.Builder(TYPES.getOrDefault(type, 0))
                .withVersion(version)
                .withMemoryAsKB(parameters.memoryKibibytes())
                .withIterations(parameters.passes())
                .withParallelism(parameters.lanes())
                .withSalt(salt)
                .withBlockPool(blocks)
                .build());
        byte[] clear = password.reveal().getBytes(StandardCharsets.UTF_8);
        byte[] computed = new byte[hash.length];
        generator.generateBytes(clear, computed);
        Arrays.fill(clear, (byte) 0);
        return computed;
    }

    @Override
    public String toString() {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2" + type + "$v=" + version + "$m=" + parameters.memoryKibibytes() + ",t=" + parameters.passes()
                + ",p=" + parameters.lanes() + "$" + base64.encodeToString(salt) + "$" + base64.encodeToString(hash);
    }
}

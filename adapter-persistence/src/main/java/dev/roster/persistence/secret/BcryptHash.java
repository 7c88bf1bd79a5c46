package dev.roster.persistence.secret;

import dev.roster.domain.credential.Password;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;

/**
 * A bcrypt hash, {@code $2b$12$SALTHASH}, which comes from elsewhere. Of a password, bcrypt knows the first 72 bytes; the
 * hash that takes its place knows all of them.
 */
final class BcryptHash implements StoredHash {
    private static final Pattern SHAPE = Pattern.compile("\\$2[aby]\\$(\\d\\d)\\$[./A-Za-z0-9]{53}");
    private static final int LEAST_COST = 4;
    private static final int MOST_COST = 15;

    private final String text;
    private final int cost;

    private BcryptHash(String text, int cost) {
        this.text = text;
        this.cost = cost;
    }

    static Optional<BcryptHash> read(String text) {
        Matcher parts = SHAPE.matcher(text);
        return parts.matches() ? Optional.of(new BcryptHash(text, Integer.parseInt(parts.group(1)))) : Optional.empty();
    }

    @Override
    public boolean matches(Password password, KeptBlocks blocks) {
        byte[] clear = password.reveal().getBytes(StandardCharsets.UTF_8);
        try {
            return OpenBSDBCrypt.checkPassword(text, clear);
        } finally {
            Arrays.fill(clear, (byte) 0);
        }
    }

    @Override
    public boolean isWeakerThan(Argon2Parameters wanted) {
        return true;
    }

    /** A cost of one more is twice the work. */
    @Override
    public Optional<String> objection() {
        return cost >= LEAST_COST && cost <= MOST_COST
                ? Optional.empty()
                : Optional.of(
                        "this bcrypt hash has a cost of " + cost + ", expected " + LEAST_COST + " to " + MOST_COST);
    }
}

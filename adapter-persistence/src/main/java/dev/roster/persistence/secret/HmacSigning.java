package dev.roster.persistence.secret;

import dev.roster.domain.audit.Signing;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** HMAC-SHA256 with a key that is not in the database. */
public final class HmacSigning implements Signing {
    private static final String ALGORITHM = "HmacSHA256";

    private final InstallationSecret secret;
    private volatile @Nullable SecretKeySpec key;

    public HmacSigning(InstallationSecret secret) {
        this.secret = secret;
    }

    @Override
    public String sign(byte[] bytes) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key());
            return HexFormat.of().formatHex(mac.doFinal(bytes));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", impossible);
        }
    }

    private SecretKeySpec key() {
        SecretKeySpec known = key;
        if (known == null) {
            known = new SecretKeySpec(secret.derive("audit-chain"), ALGORITHM);
            key = known;
        }
        return known;
    }
}

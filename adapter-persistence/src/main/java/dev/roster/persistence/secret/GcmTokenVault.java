package dev.roster.persistence.secret;

import dev.roster.application.port.TokenVault;
import dev.roster.domain.credential.UserToken;
import dev.roster.domain.user.UserId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Seals user tokens with AES-256-GCM. The sealed form is {@code v1.KEY.TEXT}: the version, which key it was, and the
 * nonce followed by the cipher text in base64. The user's id is authenticated with it, so that a sealed token moved to
 * another user's row does not open.
 */
final class GcmTokenVault implements TokenVault {
    private static final String VERSION = "v1";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_ID_BYTES = 4;

    private final InstallationSecret secret;
    private final SecureRandom random = new SecureRandom();
    private volatile @Nullable Key key;

    GcmTokenVault(InstallationSecret secret) {
        this.secret = secret;
    }

    /** A key and the short name it goes by. */
    private static final class Key {
        private final SecretKeySpec spec;
        private final String id;

        private Key(byte[] bytes) throws GeneralSecurityException {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            this.spec = new SecretKeySpec(bytes, "AES");
            this.id = HexFormat.of().formatHex(digest, 0, KEY_ID_BYTES);
        }
    }

    @Override
    public Optional<String> seal(UserId user, UserToken token) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, user);
            byte[] text = cipher.doFinal(token.reveal().getBytes(StandardCharsets.US_ASCII));
            byte[] sealed = Arrays.copyOf(nonce, nonce.length + text.length);
            System.arraycopy(text, 0, sealed, nonce.length, text.length);
            return Optional.of(VERSION + "." + key().id + "."
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has AES-GCM", impossible);
        }
    }

    @Override
    public Optional<UserToken> open(UserId user, String sealed) {
        String[] parts = sealed.split("\\.", -1);
        try {
            return parts.length == 3 && parts[0].equals(VERSION) && parts[1].equals(key().id)
                    ? Optional.of(
                            UserToken.of(opened(user, Base64.getUrlDecoder().decode(parts[2]))))
                    : Optional.empty();
        } catch (AEADBadTagException notThisUser) {
            return Optional.empty();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has AES-GCM", impossible);
        }
    }

    private String opened(UserId user, byte[] sealed) throws GeneralSecurityException {
        Cipher cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE_BYTES), user);
        byte[] text = cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
        return new String(text, StandardCharsets.US_ASCII);
    }

    private Cipher cipher(int mode, byte[] nonce, UserId user) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key().spec, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(user.toString().getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }

    private Key key() throws GeneralSecurityException {
        Key known = key;
        if (known == null) {
            known = new Key(secret.derive("user-token"));
            key = known;
        }
        return known;
    }
}

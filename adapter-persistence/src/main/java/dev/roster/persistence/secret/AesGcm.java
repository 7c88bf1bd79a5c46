package dev.roster.persistence.secret;

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
 * AES-256-GCM with a key of its own for one use. The sealed form is {@code v1.KEY.TEXT}: the version, which key it was,
 * and the nonce followed by the cipher text in base64. What it is sealed for is authenticated with it, so that a sealed
 * text moved elsewhere does not open.
 */
final class AesGcm {
    private static final String VERSION = "v1";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_ID_BYTES = 4;

    private final InstallationSecret secret;
    private final String use;
    private final SecureRandom random = new SecureRandom();
    private volatile @Nullable Key key;

    /** @param use which key to derive; the secret is not asked for before something is sealed or opened */
    AesGcm(InstallationSecret secret, String use) {
        this.secret = secret;
        this.use = use;
    }

    /** A key and the short name it goes by. */
    private static final class Key {
        private final SecretKeySpec spec;
        private final String id;

        private Key(byte[] bytes) throws GeneralSecurityException {
            this.spec = new SecretKeySpec(bytes, "AES");
            this.id = id(bytes);
        }
    }

    private static String id(byte[] key) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key), 0, KEY_ID_BYTES);
    }

    /** Whether a sealed text names that key. */
    static boolean isSealedWith(byte[] key, String sealed) {
        try {
            return sealed.startsWith(VERSION + "." + id(key) + ".");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    String seal(String purpose, String text) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, purpose);
            byte[] hidden = cipher.doFinal(text.getBytes(StandardCharsets.UTF_8));
            byte[] sealed = Arrays.copyOf(nonce, nonce.length + hidden.length);
            System.arraycopy(hidden, 0, sealed, nonce.length, hidden.length);
            return VERSION + "." + key().id + "."
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has AES-GCM", impossible);
        }
    }

    /** Empty for what this key did not seal for that purpose, or what is no sealed text at all. */
    Optional<String> open(String purpose, String sealed) {
        String[] parts = sealed.split("\\.", -1);
        try {
            return parts.length == 3 && parts[0].equals(VERSION) && parts[1].equals(key().id)
                    ? opened(purpose, Base64.getUrlDecoder().decode(parts[2]))
                    : Optional.empty();
        } catch (AEADBadTagException | IllegalArgumentException notSealedSo) {
            return Optional.empty();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has AES-GCM", impossible);
        }
    }

    private Optional<String> opened(String purpose, byte[] sealed) throws GeneralSecurityException {
        if (sealed.length < NONCE_BYTES) {
            return Optional.empty();
        }
        Cipher cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE_BYTES), purpose);
        byte[] text = cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
        return Optional.of(new String(text, StandardCharsets.UTF_8));
    }

    private Cipher cipher(int mode, byte[] nonce, String purpose) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key().spec, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private Key key() throws GeneralSecurityException {
        Key known = key;
        if (known == null) {
            known = new Key(secret.derive(use));
            key = known;
        }
        return known;
    }
}

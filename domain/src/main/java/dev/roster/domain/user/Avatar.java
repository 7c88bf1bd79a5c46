package dev.roster.domain.user;

import dev.roster.domain.RefusedException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** The picture of a user, as a PNG that Roster wrote itself. Equal to another of the same bytes. */
public final class Avatar {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int WIDTH_AT = 16;
    private static final int HEIGHT_AT = 20;
    private static final int HEADER_END = 33;

    private final byte[] png;
    private final String digest;

    private Avatar(byte[] png) {
        this.png = png;
        this.digest = digest(png);
    }

    /** @throws RefusedException INVALID naming {@code avatar}, for what does not begin like a PNG */
    public static Avatar ofPng(byte[] png) {
        if (png.length < HEADER_END || !Arrays.equals(png, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length)) {
            throw RefusedException.invalid("avatar", "the avatar is not a PNG");
        }
        return new Avatar(png.clone());
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    /** A copy of the bytes. */
    public byte[] png() {
        return png.clone();
    }

    /** The SHA-256 of the bytes, in lower-case hex. */
    public String digest() {
        return digest;
    }

    public int width() {
        return ByteBuffer.wrap(png).getInt(WIDTH_AT);
    }

    public int height() {
        return ByteBuffer.wrap(png).getInt(HEIGHT_AT);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Avatar avatar && avatar.digest.equals(digest);
    }

    @Override
    public int hashCode() {
        return digest.hashCode();
    }

    @Override
    public String toString() {
        return "Avatar[" + width() + " x " + height() + "]";
    }
}

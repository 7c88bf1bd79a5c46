package dev.roster.domain.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bytes that stand for a row of texts and for no other: each text follows its length, and null has one of its own. */
final class Canonical {
    private static final int OF_NULL = -1;

    private final List<byte[]> parts = new ArrayList<>();
    private int length;

    Canonical add(@Nullable Object value) {
        byte[] bytes = value == null ? new byte[0] : value.toString().getBytes(StandardCharsets.UTF_8);
        put(ByteBuffer.allocate(Integer.BYTES)
                .putInt(value == null ? OF_NULL : bytes.length)
                .array());
        put(bytes);
        return this;
    }

    private void put(byte[] bytes) {
        parts.add(bytes);
        length += bytes.length;
    }

    byte[] bytes() {
        ByteBuffer all = ByteBuffer.allocate(length);
        parts.forEach(all::put);
        return all.array();
    }

    /** The SHA-256 of the bytes, in lower-case hex. */
    String digest() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes()));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}

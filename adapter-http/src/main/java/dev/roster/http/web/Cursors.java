package dev.roster.http.web;

import dev.roster.domain.RefusedException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32C;

/**
 * Positions in a list, in a form that says nothing to a client and works only for the list it came from: the same path
 * with the same conditions. The check keeps mistakes out, not attackers: what a page shows is the use case's to decide.
 */
final class Cursors {
    private static final int BYTES = Long.BYTES + Integer.BYTES;

    private Cursors() {}

    static String encode(String list, long after) {
        byte[] bytes = ByteBuffer.allocate(BYTES)
                .putLong(after)
                .putInt(check(list, after))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** @throws RefusedException INVALID naming {@code cursor} */
    static long decode(String list, String cursor) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
            long after = bytes.getLong();
            if (bytes.getInt() == check(list, after) && !bytes.hasRemaining() && after >= 0) {
                return after;
            }
        } catch (IllegalArgumentException | BufferUnderflowException broken) {
            throw invalid();
        }
        throw invalid();
    }

    private static RefusedException invalid() {
        return RefusedException.invalid(
                "cursor", "invalid cursor, expected the `next_cursor` of a page of the same list");
    }

    private static int check(String list, long after) {
        CRC32C check = new CRC32C();
        check.update(list.getBytes(StandardCharsets.UTF_8));
        check.update(ByteBuffer.allocate(Long.BYTES).putLong(after).flip());
        return (int) check.getValue();
    }
}

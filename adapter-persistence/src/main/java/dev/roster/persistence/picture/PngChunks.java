package dev.roster.persistence.picture;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * The chunks of a PNG (PNG Third Edition §5). Compressed texts and profiles can unpack to a thousand times their size,
 * and a decoder may believe what a chunk says of its length.
 */
final class PngChunks {
    /** What is needed beside the pixels, once each, and how long it may be. */
    private static final Map<String, Integer> NEEDED = Map.of("IHDR", 13, "PLTE", 768, "tRNS", 256);

    private static final String PIXELS = "IDAT";
    private static final String END = "IEND";
    private static final int SIGNATURE = 8;
    private static final int TYPE = 4;
    private static final int CHECKSUM = 4;

    private PngChunks() {}

    /** The signature and the needed chunks up to the end, all pixels in one; what follows the end is dropped. */
    static byte[] essence(byte[] file) throws BrokenPictureException {
        ByteBuffer in = ByteBuffer.wrap(file).position(SIGNATURE);
        ByteArrayOutputStream out = new ByteArrayOutputStream(file.length);
        ByteArrayOutputStream pixels = new ByteArrayOutputStream(file.length);
        Set<String> seen = new HashSet<>();
        out.write(file, 0, SIGNATURE);
        String type = "";
        try {
            while (!type.equals(END)) {
                int start = in.position();
                int length = in.getInt();
                type = type(in);
                if (length < 0 || in.remaining() < length + (long) CHECKSUM) {
                    throw new BrokenPictureException("a chunk is longer than the file");
                }
                in.position(in.position() + length + CHECKSUM);
                if (type.equals(PIXELS)) {
                    pixels.write(file, start + TYPE + TYPE, length);
                } else if (NEEDED.containsKey(type)) {
                    requireOnce(type, length, seen);
                    out.write(file, start, in.position() - start);
                }
            }
        } catch (BufferUnderflowException cutOff) {
            throw new BrokenPictureException("the file has no end");
        }
        out.writeBytes(chunk(PIXELS, pixels.toByteArray()));
        out.writeBytes(chunk(END, new byte[0]));
        return out.toByteArray();
    }

    private static void requireOnce(String type, int length, Set<String> seen) throws BrokenPictureException {
        if (length > NEEDED.getOrDefault(type, 0) || !seen.add(type)) {
            throw new BrokenPictureException("a chunk is there twice, or too long");
        }
    }

    private static byte[] chunk(String type, byte[] content) {
        byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
        CRC32 check = new CRC32();
        check.update(name);
        check.update(content);
        return ByteBuffer.allocate(content.length + TYPE + TYPE + CHECKSUM)
                .putInt(content.length)
                .put(name)
                .put(content)
                .putInt((int) check.getValue())
                .array();
    }

    private static String type(ByteBuffer in) {
        byte[] type = new byte[TYPE];
        in.get(type);
        return new String(type, StandardCharsets.ISO_8859_1);
    }
}

package dev.roster.persistence.picture;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * The chunks of a PNG (PNG Third Edition §5). Compressed texts and profiles can unpack to a thousand times their size,
 * and a decoder may believe what a chunk says of its length.
 */
final class PngChunks {
    private static final Set<String> NEEDED = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");
    private static final int SIGNATURE = 8;
    private static final int TYPE = 4;
    private static final int CHECKSUM = 4;

    private PngChunks() {}

    /** The signature and the needed chunks up to the end; what follows the end is dropped. */
    static byte[] essence(byte[] file) throws BrokenPictureException {
        ByteBuffer in = ByteBuffer.wrap(file).position(SIGNATURE);
        ByteArrayOutputStream out = new ByteArrayOutputStream(file.length);
        out.write(file, 0, SIGNATURE);
        String type = "";
        try {
            while (!type.equals("IEND")) {
                int start = in.position();
                int length = in.getInt();
                type = type(in);
                if (length < 0 || in.remaining() < length + (long) CHECKSUM) {
                    throw new BrokenPictureException("a chunk is longer than the file");
                }
                in.position(in.position() + length + CHECKSUM);
                if (NEEDED.contains(type)) {
                    out.write(file, start, in.position() - start);
                }
            }
        } catch (BufferUnderflowException cutOff) {
            throw new BrokenPictureException("the file has no end");
        }
        return out.toByteArray();
    }

    private static String type(ByteBuffer in) {
        byte[] type = new byte[TYPE];
        in.get(type);
        return new String(type, StandardCharsets.ISO_8859_1);
    }
}

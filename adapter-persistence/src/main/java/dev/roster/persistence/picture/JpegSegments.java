package dev.roster.persistence.picture;

import java.io.ByteArrayOutputStream;

/**
 * The segments of a JPEG (ITU-T T.81 Annex B). A progressive picture may have tens of thousands of scans in a small
 * file, and each of them is work on every pixel.
 */
final class JpegSegments {
    private static final int MOST_SCANS = 64;
    private static final int START = 2;
    private static final int MARKER = 0xff;
    private static final int START_OF_SCAN = 0xda;
    private static final int FIRST_RESTART = 0xd0;
    private static final int LAST_RESTART = 0xd7;
    private static final int END_OF_IMAGE = 0xd9;
    private static final int JFIF = 0xe0;
    /** Says how the colours were mixed. */
    private static final int ADOBE = 0xee;

    private static final int LAST_APPLICATION = 0xef;
    private static final int COMMENT = 0xfe;

    private final byte[] file;

    private JpegSegments(byte[] file) {
        this.file = file;
    }

    /** Without comments and what cameras and programs added for themselves. */
    static byte[] essence(byte[] file) throws BrokenPictureException {
        return new JpegSegments(file).essence();
    }

    private byte[] essence() throws BrokenPictureException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(file.length);
        out.write(file, 0, START);
        int at = START;
        while (marker(at) != START_OF_SCAN) {
            int end = at + 2 + length(at);
            if (isNeeded(marker(at))) {
                out.write(file, at, end - at);
            }
            at = end;
        }
        copyScans(at, out);
        return out.toByteArray();
    }

    private static boolean isNeeded(int marker) {
        boolean added = (marker > JFIF && marker <= LAST_APPLICATION && marker != ADOBE) || marker == COMMENT;
        return !added;
    }

    private int marker(int at) throws BrokenPictureException {
        if (unsigned(at) != MARKER) {
            throw new BrokenPictureException("there is no segment where one should begin");
        }
        return unsigned(at + 1);
    }

    private int length(int at) throws BrokenPictureException {
        int length = unsigned(at + 2) << 8 | unsigned(at + 3);
        if (length < 2 || at + 2 + length > file.length) {
            throw new BrokenPictureException("a segment is longer than the file");
        }
        return length;
    }

    private int unsigned(int at) throws BrokenPictureException {
        if (at >= file.length) {
            throw new BrokenPictureException("the file has no end");
        }
        return Byte.toUnsignedInt(file[at]);
    }

    /** The scans, and the tables between them, up to the end. What follows the end is dropped. */
    private void copyScans(int from, ByteArrayOutputStream out) throws BrokenPictureException {
        int at = from;
        int scans = 0;
        while (marker(at) != END_OF_IMAGE) {
            int end = at + 2 + length(at);
            if (marker(at) == START_OF_SCAN) {
                scans++;
                end = endOfScan(end);
            }
            if (isNeeded(marker(at))) {
                out.write(file, at, end - at);
            }
            if (scans > MOST_SCANS) {
                throw new BrokenPictureException("there are more than " + MOST_SCANS + " scans");
            }
            at = end;
        }
        out.write(file, at, 2);
    }

    /** Within a scan no marker can stand for anything else: such bytes are written in another way there. */
    private int endOfScan(int from) throws BrokenPictureException {
        int at = from;
        while (unsigned(at) != MARKER || isPartOfAScan(unsigned(at + 1))) {
            at++;
        }
        return at;
    }

    /** An escaped byte, filling, or a mark to start again from. */
    private static boolean isPartOfAScan(int marker) {
        return marker == 0 || marker == MARKER || (marker >= FIRST_RESTART && marker <= LAST_RESTART);
    }
}

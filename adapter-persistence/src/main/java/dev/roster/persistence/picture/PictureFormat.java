package dev.roster.persistence.picture;

import java.util.Arrays;
import java.util.Optional;

/** The formats that are read, each known by its first bytes. */
enum PictureFormat {
    PNG(0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n') {
        @Override
        byte[] essence(byte[] file) throws BrokenPictureException {
            return PngChunks.essence(file);
        }
    },
    JPEG(0xff, 0xd8, 0xff) {
        @Override
        byte[] essence(byte[] file) throws BrokenPictureException {
            return JpegSegments.essence(file);
        }
    },
    GIF('G', 'I', 'F', '8') {
        @Override
        byte[] essence(byte[] file) {
            return file;
        }
    };

    private final int[] beginning;

    PictureFormat(int... beginning) {
        this.beginning = beginning;
    }

    static Optional<PictureFormat> of(byte[] file) {
        return Arrays.stream(values()).filter(format -> format.begins(file)).findFirst();
    }

    private boolean begins(byte[] file) {
        if (file.length < beginning.length) {
            return false;
        }
        for (int at = 0; at < beginning.length; at++) {
            if (Byte.toUnsignedInt(file[at]) != beginning[at]) {
                return false;
            }
        }
        return true;
    }

    /** The file without what a decoder need not see to draw the picture: texts, profiles, thumbnails. */
    abstract byte[] essence(byte[] file) throws BrokenPictureException;
}

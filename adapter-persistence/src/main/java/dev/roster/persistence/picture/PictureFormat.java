package dev.roster.persistence.picture;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The formats that are read, each known by its first bytes. */
enum PictureFormat {
    PNG("\u0089PNG\r\n\u001a\n") {
        @Override
        byte[] essence(byte[] file) throws BrokenPictureException {
            return PngChunks.essence(file);
        }
    },
    JPEG("\u00ff\u00d8\u00ff") {
        @Override
        byte[] essence(byte[] file) throws BrokenPictureException {
            return JpegSegments.essence(file);
        }
    },
    GIF("GIF8") {
        @Override
        byte[] essence(byte[] file) {
            return file;
        }
    };

    /** A character for each byte. */
    private final String beginning;

    PictureFormat(String beginning) {
        this.beginning = beginning;
    }

    static Optional<PictureFormat> of(byte[] file) {
        return Arrays.stream(values()).filter(format -> format.begins(file)).findFirst();
    }

    private boolean begins(byte[] file) {
        int length = Math.min(file.length, beginning.length());
        return new String(file, 0, length, StandardCharsets.ISO_8859_1).equals(beginning);
    }

    /** The file without what a decoder need not see to draw the picture: texts, profiles, thumbnails. */
    abstract byte[] essence(byte[] file) throws BrokenPictureException;
}

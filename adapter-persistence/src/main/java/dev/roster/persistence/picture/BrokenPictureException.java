package dev.roster.persistence.picture;

import java.io.IOException;

/** A file that begins like a picture and is none. */
final class BrokenPictureException extends IOException {
    private static final long serialVersionUID = 1L;

    BrokenPictureException(String message) {
        super(message);
    }
}

package dev.roster.persistence.secret;

import org.jspecify.annotations.Nullable;

/** The installation's secret key cannot be used. The message is one line that says why and what to do. */
public final class SecretKeyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SecretKeyException(String message) {
        this(message, null);
    }

    SecretKeyException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

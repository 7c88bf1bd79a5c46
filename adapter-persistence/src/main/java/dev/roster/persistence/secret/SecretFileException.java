package dev.roster.persistence.secret;

import org.jspecify.annotations.Nullable;

/** The file with the installation's secret cannot be used. The message is one line that says why and what to do. */
public final class SecretFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SecretFileException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

package dev.roster.persistence.sql;

import org.jspecify.annotations.Nullable;

/**
 * The store cannot do what was requested, and it is not the caller's fault. The message is one line for the operator:
 * what is wrong, with which store, and what to do. It never contains a password.
 */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreException(String message) {
        super(message);
    }

    StoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

package dev.roster.persistence.sql;

/** Inside this package, that a transaction was rolled back because of somebody else who shared it. */
final class UndoneException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UndoneException() {
        super("another change that was to be committed together with this one ended the transaction");
    }
}

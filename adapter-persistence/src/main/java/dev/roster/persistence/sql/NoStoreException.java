package dev.roster.persistence.sql;

/** There is no store where one was looked for, and none was to be created. Nothing was written. */
public final class NoStoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoStoreException(StoreAddress address) {
        super("there is no store at " + address);
    }
}

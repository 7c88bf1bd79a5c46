package dev.roster.persistence.sql;

/** Inside this package, that a connection cannot be had; {@link Database} says so to callers in their own words. */
final class TroubleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Trouble trouble;

    TroubleException(Trouble trouble) {
        super(trouble.words());
        this.trouble = trouble;
    }

    Trouble trouble() {
        return trouble;
    }
}

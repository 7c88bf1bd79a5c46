package dev.roster.application.port;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A mail was not accepted. */
public final class MailUndeliveredException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean permanent;
    private final String reason;
    private final @Nullable String answer;

    private MailUndeliveredException(
            boolean permanent, String reason, @Nullable String answer, @Nullable Throwable cause) {
        super(reason, cause);
        this.permanent = permanent;
        this.reason = reason;
        this.answer = answer;
    }

    /**
     * The same mail may be taken later.
     *
     * @param reason lower case, one line, without address or secret
     * @param answer what the other side said, which may hold the address; null when it said nothing
     */
    public static MailUndeliveredException passing(String reason, @Nullable String answer, @Nullable Throwable cause) {
        return new MailUndeliveredException(false, reason, answer, cause);
    }

    /** The same mail will never be taken. */
    public static MailUndeliveredException permanent(
            String reason, @Nullable String answer, @Nullable Throwable cause) {
        return new MailUndeliveredException(true, reason, answer, cause);
    }

    public boolean isPermanent() {
        return permanent;
    }

    /** Short enough to be stored and logged, and free of addresses and secrets. */
    public String reason() {
        return reason;
    }

    /** What the other side answered; only for the caller who gave the address. */
    public Optional<String> answer() {
        return Optional.ofNullable(answer);
    }
}

package dev.roster.domain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A "no" that the caller can act on, if only by trying again later. Anything else that is thrown is a defect.
 *
 * <p>The message is one line, lower case, without a full stop, with the caller's own text in backticks; it never holds a
 * secret. {@link #field()} names the input it is about, in the spelling of the native API.
 */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What sort of "no": each driving adapter maps it once, without a default. */
    public enum Kind {
        /** The input is malformed or breaks a rule of its own. */
        INVALID,
        /** Nobody proved who is asking. */
        UNAUTHENTICATED,
        /** The policy says no. */
        FORBIDDEN,
        /** There is no such thing. */
        NOT_FOUND,
        /** The thing is there but its state, or another thing, stands in the way. */
        CONFLICT,
        /** The thing is not, or not any more, as the caller wanted it to be for the call. */
        CHANGED,
        /** Too many wrong attempts came before; the same call may succeed after {@link #retryAfter()}. */
        THROTTLED,
        /** Too much work is waiting; the same call may succeed later. */
        BUSY,
        /** The store cannot be reached or cannot be written to; the same call may succeed when that is mended. */
        UNAVAILABLE
    }

    private final Kind kind;
    private final @Nullable String field;
    private final @Nullable String missing;
    private final ArrayList<String> blockers;
    private final @Nullable Duration retryAfter;

    private RefusedException(
            Kind kind, @Nullable String field, String message, @Nullable String missing, List<String> blockers) {
        this(kind, field, message, missing, blockers, null);
    }

    private RefusedException(
            Kind kind,
            @Nullable String field,
            String message,
            @Nullable String missing,
            List<String> blockers,
            @Nullable Duration retryAfter) {
        super(message);
        this.kind = kind;
        this.field = field;
        this.missing = missing;
        this.blockers = new ArrayList<>(blockers);
        this.retryAfter = retryAfter;
    }

    public static RefusedException invalid(String field, String message) {
        return new RefusedException(Kind.INVALID, field, message, null, List.of());
    }

    public static RefusedException unauthenticated(String message) {
        return new RefusedException(Kind.UNAUTHENTICATED, null, message, null, List.of());
    }

    /** The policy's "no": its reason, and the key of the permission that is missing. */
    public static RefusedException forbidden(String reason, String missing) {
        return new RefusedException(Kind.FORBIDDEN, null, reason, missing, List.of());
    }

    /** A "no" that no single permission would turn into a "yes". */
    public static RefusedException forbidden(String message) {
        return new RefusedException(Kind.FORBIDDEN, null, message, null, List.of());
    }

    /** There is no {@code thing} (a word such as {@code user}) known as {@code name}. */
    public static RefusedException notFound(String thing, Object name) {
        return new RefusedException(
                Kind.NOT_FOUND, thing, "no " + thing + " " + UserText.quote(name.toString()), null, List.of());
    }

    /** Like {@link #notFound}, in words of its own, for what has no name that may be repeated. */
    public static RefusedException missing(String thing, String message) {
        return new RefusedException(Kind.NOT_FOUND, thing, message, null, List.of());
    }

    public static RefusedException conflict(String field, String message) {
        return new RefusedException(Kind.CONFLICT, field, message, null, List.of());
    }

    /** A conflict with things that stand in the way, by name. */
    public static RefusedException blocked(String field, String message, List<String> blockers) {
        return new RefusedException(Kind.CONFLICT, field, message, null, blockers);
    }

    public static RefusedException changed(String message) {
        return new RefusedException(Kind.CHANGED, null, message, null, List.of());
    }

    public static RefusedException busy(String message) {
        return new RefusedException(Kind.BUSY, null, message, null, List.of());
    }

    /** @param cause for the log, which the caller is not told */
    public static RefusedException unavailable(String message, @Nullable Throwable cause) {
        RefusedException refusal = new RefusedException(Kind.UNAVAILABLE, null, message, null, List.of());
        refusal.initCause(cause);
        return refusal;
    }

    /** @param retryAfter how long to wait before the next attempt */
    public static RefusedException throttled(String message, Duration retryAfter) {
        return new RefusedException(Kind.THROTTLED, null, message, null, List.of(), retryAfter);
    }

    public Kind kind() {
        return kind;
    }

    /** The input or the thing this is about, or null when it is about no single one. */
    public @Nullable String field() {
        return field;
    }

    /** The key of the permission that a {@link Kind#FORBIDDEN} asks for, or null. */
    public @Nullable String missing() {
        return missing;
    }

    /** The names of what stands in the way; empty for most refusals. */
    public List<String> blockers() {
        return List.copyOf(blockers);
    }

    /** How long a {@link Kind#THROTTLED} caller has to wait, or null. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /** The message, which every refusal has. */
    public String reason() {
        String message = getMessage();
        return message == null ? kind.name() : message;
    }
}

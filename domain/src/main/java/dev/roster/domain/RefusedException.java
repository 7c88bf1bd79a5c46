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
        /** The caller is not authenticated. */
        UNAUTHENTICATED,
        /** The policy denies it. */
        FORBIDDEN,
        /** It does not exist. */
        NOT_FOUND,
        /** It exists, but its state or another thing prevents the change. */
        CONFLICT,
        /** The state does not match the condition of the request. */
        CHANGED,
        /** Too many wrong attempts came before; the same call may succeed after {@link #retryAfter()}. */
        THROTTLED,
        /** Too much work is waiting; the same call may succeed later. */
        BUSY,
        /** The store cannot be reached or cannot be written to; the same call may succeed when that is mended. */
        UNAVAILABLE
    }

    private final Kind kind;
    private boolean excess;
    private boolean unknown;
    private boolean unfit;
    private @Nullable String field;
    private @Nullable String missing;
    private @Nullable String named;
    private final ArrayList<String> blockers = new ArrayList<>();
    private @Nullable Duration retryAfter;

    private RefusedException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    private RefusedException about(String named) {
        field = named;
        return this;
    }

    public static RefusedException invalid(String field, String message) {
        return new RefusedException(Kind.INVALID, message).about(field);
    }

    /** An input that is well formed but means nothing that is there, where other inputs are read before it. */
    public static RefusedException unknown(String field, String message) {
        RefusedException refusal = invalid(field, message);
        refusal.unknown = true;
        return refusal;
    }

    /** The same for an input that is a name. */
    public static RefusedException unknown(String field, String message, String name) {
        RefusedException refusal = unknown(field, message);
        refusal.named = name;
        return refusal;
    }

    /** An input that is well formed but does not go with what is there, as a role that this user cannot have. */
    public static RefusedException unfit(String field, String message) {
        RefusedException refusal = invalid(field, message);
        refusal.unfit = true;
        return refusal;
    }

    public static RefusedException unauthenticated(String message) {
        return new RefusedException(Kind.UNAUTHENTICATED, message);
    }

    /** The policy's "no": its reason, and the key of the permission that is missing. */
    public static RefusedException forbidden(String reason, String missing) {
        RefusedException refusal = new RefusedException(Kind.FORBIDDEN, reason);
        refusal.missing = missing;
        return refusal;
    }

    /** The policy's "no" to a role that gives more than its giver holds: its reason, and what the giver lacks. */
    public static RefusedException excessive(String reason, String missing) {
        RefusedException refusal = forbidden(reason, missing);
        refusal.excess = true;
        return refusal;
    }

    /** A "no" that no single permission would turn into a "yes". */
    public static RefusedException forbidden(String message) {
        return new RefusedException(Kind.FORBIDDEN, message);
    }

    /** No {@code thing} (a word such as {@code user}) has that {@code name}. */
    public static RefusedException notFound(String thing, Object name) {
        RefusedException refusal = missing(thing, "no " + thing + " " + UserText.quote(name.toString()));
        refusal.named = name.toString();
        return refusal;
    }

    /** Like {@link #notFound}, in words of its own, for what has no name that may be repeated. */
    public static RefusedException missing(String thing, String message) {
        return new RefusedException(Kind.NOT_FOUND, message).about(thing);
    }

    public static RefusedException conflict(String field, String message) {
        return new RefusedException(Kind.CONFLICT, message).about(field);
    }

    /** A conflict with the named things, which prevent the change. */
    public static RefusedException blocked(String field, String message, List<String> blockers) {
        RefusedException refusal = conflict(field, message);
        refusal.blockers.addAll(blockers);
        return refusal;
    }

    public static RefusedException changed(String message) {
        return new RefusedException(Kind.CHANGED, message);
    }

    public static RefusedException busy(String message) {
        return new RefusedException(Kind.BUSY, message);
    }

    /** @param cause for the log; the caller does not see it */
    public static RefusedException unavailable(String message, @Nullable Throwable cause) {
        RefusedException refusal = new RefusedException(Kind.UNAVAILABLE, message);
        refusal.initCause(cause);
        return refusal;
    }

    /** @param retryAfter how long to wait before the next attempt */
    public static RefusedException throttled(String message, Duration retryAfter) {
        RefusedException refusal = new RefusedException(Kind.THROTTLED, message);
        refusal.retryAfter = retryAfter;
        return refusal;
    }

    public Kind kind() {
        return kind;
    }

    /** Whether a {@link Kind#FORBIDDEN} is about what a role gives, rather than about who may give roles there. */
    public boolean isExcess() {
        return excess;
    }

    /** Whether an {@link Kind#INVALID} input names nothing that is there, rather than being malformed. */
    public boolean isUnknown() {
        return unknown;
    }

    /** Whether this is an {@link Kind#INVALID} input that is wrong by itself, whatever is there. */
    public boolean isMalformed() {
        return kind == Kind.INVALID && !unknown && !unfit;
    }

    /** The input or the thing this is about, or null when it is about no single one. */
    public @Nullable String field() {
        return field;
    }

    /** The name that nothing has, or null where the refusal is about something else. */
    public @Nullable UnknownName unknownName() {
        return field == null || named == null ? null : new UnknownName(field, named);
    }

    /** The key of the permission that a {@link Kind#FORBIDDEN} asks for, or null. */
    public @Nullable String missing() {
        return missing;
    }

    /** The names of the things that prevent the change; empty for most refusals. */
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

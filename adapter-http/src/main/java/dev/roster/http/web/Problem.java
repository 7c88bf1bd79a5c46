package dev.roster.http.web;

import dev.roster.domain.RefusedException;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The contents of a refusal, before a {@link Dialect} formats it.
 *
 * @param missing the permission that is missing, or null
 * @param blockers the names of the things that prevent it
 * @param allow the methods of the path, for {@link Kind#METHOD_NOT_ALLOWED}, or null
 * @param cause the refusal, or null if HTTP itself is the reason
 * @param faults all faults of the input, if a dialect collected them
 */
@RecordBuilder
public record Problem(
        Kind kind,
        String detail,
        List<FieldError> errors,
        @Nullable String missing,
        List<String> blockers,
        @Nullable String allow,
        @Nullable RefusedException cause,
        List<Fault> faults) {
    private static final int LONGEST_DETAIL = 500;

    /** What is wrong with one field of the input. */
    public record FieldError(String field, String detail) {}

    /** The sorts of "no" there are, each with its status. */
    public enum Kind {
        INVALID(400, "Invalid input"),
        UNAUTHENTICATED(401, "Not authenticated"),
        FORBIDDEN(403, "Not allowed"),
        NOT_FOUND(404, "Not found"),
        METHOD_NOT_ALLOWED(405, "Method not allowed"),
        NOT_ACCEPTABLE(406, "Not acceptable"),
        TIMEOUT(408, "Request timeout"),
        CONFLICT(409, "Conflict"),
        PRECONDITION_FAILED(412, "Precondition failed"),
        CONTENT_TOO_LARGE(413, "Content too large"),
        UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type"),
        THROTTLED(429, "Too many attempts"),
        /** A defect in Roster; the log has the details. */
        INTERNAL(500, "Internal error"),
        BUSY(503, "Busy"),
        UNAVAILABLE(503, "Unavailable");

        private final int status;
        private final String title;

        Kind(int status, String title) {
            this.status = status;
            this.title = title;
        }

        public int status() {
            return status;
        }

        public String title() {
            return title;
        }

        static Kind of(RefusedException.Kind kind) {
            return switch (kind) {
                case INVALID -> INVALID;
                case UNAUTHENTICATED -> UNAUTHENTICATED;
                case FORBIDDEN -> FORBIDDEN;
                case NOT_FOUND -> NOT_FOUND;
                case CONFLICT -> CONFLICT;
                case CHANGED -> PRECONDITION_FAILED;
                case THROTTLED -> THROTTLED;
                case BUSY -> BUSY;
                case UNAVAILABLE -> UNAVAILABLE;
            };
        }
    }

    public Problem {
        detail = Quoted.clip(detail, LONGEST_DETAIL);
        errors = List.copyOf(errors);
        blockers = List.copyOf(blockers);
        faults = List.copyOf(faults);
    }

    /** A "no" of HTTP itself. */
    public static Problem of(Kind kind, String detail) {
        return saying(kind, detail).build();
    }

    public static Problem methodNotAllowed(String method, String allow) {
        return saying(
                        Kind.METHOD_NOT_ALLOWED,
                        "`" + Quoted.clip(method) + "` is not possible here; use one of " + allow)
                .allow(allow)
                .build();
    }

    /** The "no" of a use case. */
    public static Problem of(RefusedException refusal) {
        Kind kind = Kind.of(refusal.kind());
        return saying(kind, refusal.reason())
                .errors(errors(kind, refusal))
                .missing(refusal.missing())
                .blockers(refusal.blockers())
                .cause(refusal)
                .build();
    }

    /** Everything that is wrong with the input. */
    public static Problem of(List<Fault> faults) {
        String detail = faults.stream()
                .map(fault -> "`" + fault.field() + "` " + fault.text())
                .collect(Collectors.joining(", "));
        List<FieldError> errors = faults.stream()
                .map(fault -> new FieldError(
                        Quoted.clip(fault.field(), LONGEST_DETAIL), Quoted.clip(fault.text(), LONGEST_DETAIL)))
                .toList();
        return saying(Kind.INVALID, detail).errors(errors).faults(faults).build();
    }

    private static ProblemBuilder saying(Kind kind, String detail) {
        return ProblemBuilder.builder()
                .kind(kind)
                .detail(detail)
                .errors(List.of())
                .blockers(List.of())
                .faults(List.of());
    }

    private static List<FieldError> errors(Kind kind, RefusedException refusal) {
        boolean aboutInput = kind == Kind.INVALID || kind == Kind.CONFLICT;
        String field = refusal.field();
        return aboutInput && field != null
                ? List.of(new FieldError(
                        Quoted.clip(field, LONGEST_DETAIL), Quoted.clip(refusal.reason(), LONGEST_DETAIL)))
                : List.of();
    }

    /** How many seconds a {@link Kind#THROTTLED} client has to wait. */
    public long retrySeconds() {
        Duration wait = cause == null ? null : cause.retryAfter();
        return wait == null ? 1 : Math.max(1, wait.toSeconds());
    }

    /** What there is none of, {@code user}, or null where it is about something else. */
    public @Nullable String thing() {
        return kind == Kind.NOT_FOUND && cause != null ? cause.field() : null;
    }
}

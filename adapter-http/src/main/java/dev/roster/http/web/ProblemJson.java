package dev.roster.http.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A problem as RFC 9457 has it, with members of Roster's own where they help to mend it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemJson(
        String type,
        String title,
        int status,
        String detail,
        @Nullable List<Problem.FieldError> errors,
        @Nullable String missing,
        @Nullable String thing,
        @Nullable List<String> blockers) {
    private static final Shape<ProblemJson> SHAPE = Shape.of(ProblemJson.class);
    private static final String RETRY_SECONDS = "1";

    /** What stops a store takes longer to pass than a queue. */
    private static final String RETRY_OUTAGE_SECONDS = "5";

    public static ProblemJson of(Problem problem) {
        Problem.Kind kind = problem.kind();
        return new ProblemJson(
                "urn:roster:problem:" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                kind.title(),
                kind.status(),
                problem.detail(),
                problem.errors().isEmpty() ? null : problem.errors(),
                problem.missing(),
                problem.thing(),
                problem.blockers().isEmpty() ? null : problem.blockers());
    }

    /** Answers with the problem, and with the headers that its status asks for. */
    public static void answer(Context context, Problem problem) {
        headers(context, problem);
        context.status(problem.kind().status())
                .contentType(MediaTypes.PROBLEM)
                .result(of(problem).write());
    }

    /** The headers that go with a problem in whatever shape. */
    public static void headers(Context context, Problem problem) {
        switch (problem.kind()) {
            case UNAUTHENTICATED -> context.header("WWW-Authenticate", "Bearer realm=\"roster\"");
            case METHOD_NOT_ALLOWED -> context.header("Allow", problem.allow() == null ? "" : problem.allow());
            case THROTTLED -> context.header("Retry-After", Long.toString(problem.retrySeconds()));
            case BUSY -> context.header("Retry-After", RETRY_SECONDS);
            case UNAVAILABLE -> context.header("Retry-After", RETRY_OUTAGE_SECONDS);
            case INVALID,
                    FORBIDDEN,
                    NOT_FOUND,
                    NOT_ACCEPTABLE,
                    TIMEOUT,
                    CONFLICT,
                    PRECONDITION_FAILED,
                    CONTENT_TOO_LARGE,
                    UNSUPPORTED_MEDIA_TYPE,
                    INTERNAL -> {}
        }
    }

    public byte[] write() {
        return SHAPE.write(this);
    }
}

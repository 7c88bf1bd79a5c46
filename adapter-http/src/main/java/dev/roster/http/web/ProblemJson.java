package dev.roster.http.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.http.Context;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A problem as defined by RFC 9457, with members of Roster's own that help to correct it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RecordBuilder
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

    /** Writes status and body. */
    public static void answer(Context context, Problem problem) {
        context.status(problem.kind().status())
                .contentType(MediaTypes.PROBLEM)
                .result(of(problem).write());
    }

    public byte[] write() {
        return SHAPE.write(this);
    }
}

package dev.roster.http.labelstudio;

import dev.roster.domain.RefusedException;
import dev.roster.http.web.MediaTypes;
import dev.roster.http.web.Problem;
import dev.roster.http.web.Shape;
import dev.roster.http.web.ShapedRefusal;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A "no" in the envelope of the original (contract §2.1), whose id is in the log too; a few have their detail alone. What is
 * taken already is 400, as the SDK repeats a 409. Details name people, so the log has a word for the cause in their place.
 */
final class Refusal extends ShapedRefusal {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(Refusal.class);
    private static final Shape<Map<String, Object>> SHAPE = Shape.ofObject();

    private final int status;
    private final String cause;
    private final String detail;
    private final boolean bare;
    private final transient Map<String, List<String>> wrong;

    private Refusal(int status, String cause, String detail, boolean bare, Map<String, List<String>> wrong) {
        super(status + " " + detail);
        this.status = status;
        this.cause = cause;
        this.detail = detail;
        this.bare = bare;
        this.wrong = wrong;
    }

    /** In the envelope. */
    static Refusal of(int status, String detail) {
        return new Refusal(status, word(status), detail, false, Map.of());
    }

    /** Nothing but the detail. */
    static Refusal bare(int status, String detail) {
        return new Refusal(status, word(status), detail, true, Map.of());
    }

    /** 400 for one field, {@code non_field_errors} for none. */
    static Refusal invalid(String field, String text) {
        return invalid(Problem.Kind.INVALID, Map.of(field, List.of(text)));
    }

    private static Refusal invalid(Problem.Kind kind, Map<String, List<String>> wrong) {
        return new Refusal(400, word(kind), "Validation error", false, wrong);
    }

    private static String word(Problem.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static String word(int status) {
        return Arrays.stream(Problem.Kind.values())
                .filter(kind -> kind.status() == status)
                .findFirst()
                .map(Refusal::word)
                .orElse("refused");
    }

    static Refusal unauthenticated(String detail) {
        return of(401, detail);
    }

    /** @param thing with a capital: {@code User} */
    static Refusal none(String thing) {
        return of(404, "No " + thing + " matches the given query.");
    }

    static Refusal of(Problem problem) {
        return switch (problem.kind()) {
            case INVALID, CONFLICT -> invalid(problem.kind(), ValidationErrors.of(problem));
            case UNAUTHENTICATED -> unauthenticated("Invalid token.");
            case NOT_FOUND -> missing(problem);
            case METHOD_NOT_ALLOWED -> of(405, "Method not allowed, " + problem.detail());
            case FORBIDDEN,
                    NOT_ACCEPTABLE,
                    TIMEOUT,
                    PRECONDITION_FAILED,
                    CONTENT_TOO_LARGE,
                    UNSUPPORTED_MEDIA_TYPE,
                    THROTTLED,
                    INTERNAL,
                    BUSY,
                    UNAVAILABLE ->
                new Refusal(problem.kind().status(), word(problem.kind()), problem.detail(), false, Map.of());
        };
    }

    private static Refusal missing(Problem problem) {
        RefusedException cause = problem.cause();
        return of(404, cause == null ? "Not found." : problem.detail());
    }

    @Override
    public void answer(Context context) {
        if (status == 401) {
            context.header("WWW-Authenticate", Objects.requireNonNull(LabelStudioDialect.MANNERS.challenge()));
        }
        context.status(status)
                .contentType(MediaTypes.JSON)
                .result(SHAPE.write(bare ? Map.of("detail", detail) : body(context)));
    }

    /** The log has the same id, beside that of the request, whose line names the route. */
    private Map<String, Object> body(Context context) {
        String id = UUID.randomUUID().toString();
        LOG.atInfo()
                .addKeyValue("error", id)
                .addKeyValue("request", context.res().getHeader("X-Request-Id"))
                .addKeyValue("status", status)
                .addKeyValue("cause", cause)
                .log("a request was refused");
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", id);
        body.put("status_code", status);
        body.put("version", OpenRoutes.RELEASE);
        body.put("detail", detail);
        body.put("exc_info", null);
        if (!wrong.isEmpty()) {
            body.put("validation_errors", wrong);
        }
        return body;
    }
}

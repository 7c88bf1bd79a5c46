package dev.roster.http.arize;

import dev.roster.domain.RefusedException;
import dev.roster.http.web.MediaTypes;
import dev.roster.http.web.Problem;
import dev.roster.http.web.Shape;
import dev.roster.http.web.ShapedRefusal;
import io.javalin.http.Context;
import java.util.Locale;

/**
 * A "no" as RFC 9457 has it, with the five members that the SDK knows and no other, whatever the client accepts (contract
 * §2.5).
 */
final class ArizeProblem extends ShapedRefusal {
    private static final long serialVersionUID = 1L;
    private static final Shape<Body> SHAPE = Shape.of(Body.class);

    private record Body(String type, String title, int status, String detail) {}

    private final transient Body body;

    private ArizeProblem(int status, String detail) {
        super(status + " " + detail);
        String title = title(status);
        this.body = new Body("#" + fragment(status), title, status, detail);
    }

    static ArizeProblem of(int status, String detail) {
        return new ArizeProblem(status, detail);
    }

    static ArizeProblem of(Problem problem) {
        return of(status(problem), problem.detail());
    }

    /** A role that a body names and that is not there is not found, as what a path names. */
    private static int status(Problem problem) {
        RefusedException cause = problem.cause();
        return cause != null && cause.isUnknown() && "role".equals(cause.field())
                ? 404
                : problem.kind().status();
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "Invalid request parameters";
            case 401 -> "Authentication required";
            case 403 -> "Access forbidden";
            case 404 -> "Resource not found";
            case 409 -> "Resource conflict";
            case 422 -> "Unprocessable Entity";
            case 429 -> "Rate limit exceeded";
            case 500 -> "Internal error";
            case 503 -> "Service unavailable";
            default -> "Request refused";
        };
    }

    private static String fragment(int status) {
        return status >= 500
                ? "service-error"
                : title(status).toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    @Override
    public void answer(Context context) {
        context.status(body.status()).contentType(MediaTypes.PROBLEM).result(SHAPE.write(body));
    }
}

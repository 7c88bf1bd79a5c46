package dev.roster.http.argilla;

import dev.roster.http.web.MediaTypes;
import dev.roster.http.web.Shape;
import dev.roster.http.web.ShapedRefusal;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;

/** A "no" in one of the three shapes of the original: a plain text, a code with parameters, a list of input errors. */
final class Refusal extends ShapedRefusal {
    private static final long serialVersionUID = 1L;
    private static final String CODE = "argilla.api.errors::";
    private static final Shape<Body> BODY = Shape.of(Body.class);

    private final int status;
    private final transient Body body;

    private record Body(Object detail) {}

    private record Coded(String code, Map<String, Object> params) {}

    private Refusal(int status, Object detail) {
        super(status + " " + detail);
        this.status = status;
        this.body = new Body(detail);
    }

    static Refusal text(int status, String detail) {
        return new Refusal(status, detail);
    }

    static Refusal coded(int status, String error, Map<String, Object> params) {
        return new Refusal(status, new Coded(CODE + error, params));
    }

    static Refusal unauthorized() {
        return unauthorized("Could not validate credentials");
    }

    static Refusal invalidToken() {
        return unauthorized("Invalid token");
    }

    private static Refusal unauthorized(String detail) {
        return coded(401, "UnauthorizedError", Map.of("detail", detail));
    }

    static Refusal forbidden() {
        return coded(403, "ForbiddenOperationError", Map.of("detail", "Operation not allowed"));
    }

    /** @param entity with a capital: {@code User} */
    static Refusal notFound(String entity, Object id) {
        return text(404, unknown(entity, id));
    }

    static String unknown(String entity, Object id) {
        return entity + " with id `" + id + "` not found";
    }

    static Refusal invalid(List<SchemaError> errors) {
        return coded(422, "ValidationError", Map.of("errors", errors));
    }

    @Override
    public void answer(Context context) {
        context.status(status).contentType(MediaTypes.JSON).result(BODY.write(body));
    }
}

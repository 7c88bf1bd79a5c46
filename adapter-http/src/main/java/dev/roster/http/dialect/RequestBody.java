package dev.roster.http.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.roster.http.web.Bodies;
import dev.roster.http.web.ContentType;
import dev.roster.http.web.ProblemException;
import io.javalin.http.Context;
import java.util.Set;

/** The JSON of a request, read once: when a route asks for it, or earlier if broken JSON is reported to all callers. */
public final class RequestBody {
    private static final String KEPT = "dialect.body";
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

    private RequestBody() {}

    /** @throws ProblemException where it is meant to be JSON and is not */
    public static void read(Context context) {
        if (WITH_BODY.contains(context.req().getMethod())) {
            context.attribute(KEPT, parsed(context));
        }
    }

    private static JsonNode parsed(Context context) {
        byte[] bytes = Bodies.read(context);
        if (bytes.length == 0) {
            return MissingNode.getInstance();
        }
        ContentType type = ContentType.of(context);
        boolean isJson = type.mediaType().isEmpty() || (type.isJson() && type.isUtf8());
        return isJson ? JsonText.read(bytes) : NullNode.getInstance();
    }

    /** What was read: a missing node for an empty body, null for one of another type. */
    static JsonNode of(Context context) {
        JsonNode kept = context.attribute(KEPT);
        return kept == null ? parsed(context) : kept;
    }
}

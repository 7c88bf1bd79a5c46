package dev.roster.http.argilla;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.roster.http.web.Bodies;
import dev.roster.http.web.MediaTypes;
import io.javalin.http.Context;
import java.util.Set;

/** The JSON of a request. It is read before the caller is known: broken JSON is told to everybody, as in the original. */
final class RequestBody {
    private static final String KEPT = "argilla.body";
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

    private RequestBody() {}

    /** @throws Refusal 422, where it is meant to be JSON and is not */
    static void read(Context context) {
        if (WITH_BODY.contains(context.req().getMethod())) {
            context.attribute(KEPT, parsed(context));
        }
    }

    private static JsonNode parsed(Context context) {
        byte[] bytes = Bodies.read(context);
        if (bytes.length == 0) {
            return MissingNode.getInstance();
        }
        String type = context.req().getContentType();
        return type == null || MediaTypes.isJson(type) ? JsonText.read(bytes) : NullNode.getInstance();
    }

    /** What was read: a missing node for an empty body, null for one of another type. */
    static JsonNode of(Context context) {
        JsonNode kept = context.attribute(KEPT);
        return kept == null ? MissingNode.getInstance() : kept;
    }
}

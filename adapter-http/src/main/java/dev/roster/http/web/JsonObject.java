package dev.roster.http.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roster.application.Change;
import dev.roster.domain.RefusedException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An object in the body of a request, whose fields are read by name and type. Errors name the field with its path. */
public final class JsonObject {
    private final ObjectNode fields;
    private final String path;

    private JsonObject(ObjectNode fields, String path) {
        this.fields = fields;
        this.path = path;
    }

    /** The object that a body holds, with no field but those. */
    public static JsonObject of(JsonNode body, Set<String> known) {
        return of(body, "", known);
    }

    private static JsonObject of(JsonNode value, String path, Set<String> known) {
        if (!(value instanceof ObjectNode object)) {
            throw wrongType(path.isEmpty() ? "body" : path, "an object", value);
        }
        Iterator<String> names = object.fieldNames();
        while (names.hasNext()) {
            String name = names.next();
            if (!known.contains(name)) {
                String place = JsonPaths.field(path, name);
                throw RefusedException.invalid(
                        place,
                        "unknown field `" + place + "`, expected "
                                + String.join(", ", known.stream().sorted().toList()));
            }
        }
        return new JsonObject(object, path);
    }

    /** A text that must be there, as {@code parse} reads it. */
    public <T> T require(String name, Function<String, T> parse) {
        return Fields.read(place(name), text(name, present(name)), parse);
    }

    public String require(String name) {
        return text(name, present(name));
    }

    /** A text that may be absent or null: then null. */
    public <T> @Nullable T optional(String name, Function<String, T> parse) {
        JsonNode value = given(name);
        return value == null ? null : Fields.read(place(name), text(name, value), parse);
    }

    public @Nullable String optional(String name) {
        return optional(name, Function.identity());
    }

    /** A field of a partial update that cannot be set to nothing. */
    public <T> Change<T> change(String name, Function<String, T> parse) {
        return fields.has(name) ? Change.to(require(name, parse)) : Change.none();
    }

    /** A field of a partial update that null sets to nothing. */
    public <T> Change<T> nullableChange(String name, Function<String, T> parse) {
        return fields.has(name) ? Change.toNullable(optional(name, parse)) : Change.none();
    }

    /** A text; empty where it is absent or null. */
    public String optionalOrEmpty(String name) {
        String text = optional(name);
        return text == null ? "" : text;
    }

    /** The same, as {@code check} lets it pass. */
    public String optionalOrEmpty(String name, Function<String, String> check) {
        String text = optional(name, check);
        return text == null ? "" : text;
    }

    /** A text or null, that must be there in any case. */
    public @Nullable String requireNullable(String name) {
        return requireNullable(name, Function.identity());
    }

    /** The same, as {@code parse} reads it. */
    public <T> @Nullable T requireNullable(String name, Function<String, T> parse) {
        if (!fields.has(name)) {
            throw missing(name);
        }
        return optional(name, parse);
    }

    public long requireNumber(String name) {
        JsonNode value = present(name);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw wrongType(place(name), "a whole number", value);
        }
        return value.longValue();
    }

    /** True or false; null where it is absent or null. */
    public @Nullable Boolean optionalFlag(String name) {
        JsonNode value = given(name);
        return value == null ? null : flag(name, value);
    }

    /** True or false in a partial update. */
    public Change<Boolean> flagChange(String name) {
        return fields.has(name) ? Change.to(flag(name, present(name))) : Change.none();
    }

    private boolean flag(String name, JsonNode value) {
        if (!value.isBoolean()) {
            throw wrongType(place(name), "true or false", value);
        }
        return value.booleanValue();
    }

    /** A whole number; null where it is absent or null. */
    public @Nullable Long optionalNumber(String name) {
        JsonNode value = given(name);
        return value == null ? null : requireNumber(name);
    }

    /** A whole number within the range of {@code int}; null where it is absent or null. */
    public @Nullable Integer optionalInteger(String name) {
        Long number = optionalNumber(name);
        if (number != null && number != number.intValue()) {
            throw RefusedException.invalid(place(name), "`" + place(name) + "` is too large or too small");
        }
        return number == null ? null : number.intValue();
    }

    /** A list of texts; absent and null are an empty one. */
    public <T> List<T> optionalList(String name, Function<String, T> parse) {
        JsonNode value = given(name);
        return value == null ? List.of() : list(name, value, parse);
    }

    /** A list of texts in a partial update, that replaces the whole list there was. */
    public <T> Change<List<T>> listChange(String name, Function<String, T> parse) {
        return fields.has(name) ? Change.to(list(name, present(name), parse)) : Change.none();
    }

    private <T> List<T> list(String name, JsonNode value, Function<String, T> parse) {
        if (!value.isArray()) {
            throw wrongType(place(name), "a list", value);
        }
        List<T> items = new ArrayList<>(value.size());
        for (JsonNode item : value) {
            String place = JsonPaths.item(place(name), items.size());
            if (!item.isTextual()) {
                throw wrongType(place, "a string", item);
            }
            items.add(Fields.read(place, item.textValue(), parse));
        }
        return items;
    }

    /** A list of objects, with no field but those; absent and null are an empty one. */
    public List<JsonObject> optionalObjects(String name, Set<String> known) {
        JsonNode value = given(name);
        return value == null ? List.of() : requireObjects(name, known);
    }

    /** An object, with no field but those; null where it is absent or null. */
    public @Nullable JsonObject optionalObject(String name, Set<String> known) {
        return given(name) == null ? null : requireObject(name, known);
    }

    public JsonObject requireObject(String name, Set<String> known) {
        return of(present(name), place(name), known);
    }

    /** A list of objects, with no field but those. */
    public List<JsonObject> requireObjects(String name, Set<String> known) {
        JsonNode value = present(name);
        if (!value.isArray()) {
            throw wrongType(place(name), "a list", value);
        }
        List<JsonObject> items = new ArrayList<>(value.size());
        for (JsonNode item : value) {
            items.add(of(item, JsonPaths.item(place(name), items.size()), known));
        }
        return items;
    }

    /** Where a field is, as errors call it. */
    public String place(String name) {
        return JsonPaths.field(path, name);
    }

    /** What a field holds; null where it is absent or null. */
    private @Nullable JsonNode given(String name) {
        JsonNode value = fields.get(name);
        boolean isNothing = value == null || value.isNull();
        return isNothing ? null : value;
    }

    private JsonNode present(String name) {
        JsonNode value = fields.get(name);
        if (value == null) {
            throw missing(name);
        }
        return value;
    }

    private String text(String name, JsonNode value) {
        if (!value.isTextual()) {
            throw wrongType(place(name), "a string", value);
        }
        return value.textValue();
    }

    private RefusedException missing(String name) {
        return RefusedException.invalid(place(name), "the field `" + place(name) + "` is missing");
    }

    private static RefusedException wrongType(String place, String expected, JsonNode found) {
        return RefusedException.invalid(place, "`" + place + "` must be " + expected + ", not " + kind(found));
    }

    private static String kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case ARRAY -> "a list";
            case OBJECT -> "an object";
            case STRING -> "a string";
            case BOOLEAN -> "true or false";
            case NULL -> "null";
            case NUMBER -> value.isIntegralNumber() ? "such a number" : "a fraction";
            case BINARY, MISSING, POJO -> "that";
        };
    }
}

package dev.roster.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Requests that fit the OpenAPI document, made from the document alone: a route that is new there gets its requests by
 * itself. What an id or a name must stand for comes from outside, by the name of the parameter or field.
 */
final class Samples {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final AtomicInteger FRESH = new AtomicInteger();

    private Map<String, Supplier<String>> things;
    private String operation = "";

    /** @param things what stands for what there is, by parameter or field: {@code workspace_id} */
    Samples(Map<String, Supplier<String>> things) {
        this.things = things;
    }

    /** From now on, requests for that operation about that scene. */
    void about(String name, Scene scene) {
        operation = name;
        things = scene.things();
    }

    private Supplier<String> thing(String name, Supplier<String> otherwise) {
        Supplier<String> usual = things.getOrDefault(name, otherwise);
        return things.getOrDefault(operation + " " + name, usual);
    }

    /** What a {@code $ref} leads to, with what stands beside it. */
    static JsonNode resolve(JsonNode schema) {
        if (!schema.has("$ref")) {
            return schema;
        }
        JsonNode target = Contract.document().at(schema.path("$ref").asText().substring(1));
        ObjectNode whole = resolve(target).deepCopy();
        schema.properties().stream()
                .filter(entry -> !entry.getKey().equals("$ref"))
                .forEach(entry -> whole.set(entry.getKey(), entry.getValue()));
        return whole;
    }

    /** The same, and where null is one of two possibilities, the other one. */
    static JsonNode withoutNull(JsonNode schema) {
        JsonNode whole = resolve(schema);
        if (!isNullable(whole) || !whole.has("anyOf")) {
            return whole;
        }
        for (JsonNode choice : whole.path("anyOf")) {
            if (!choice.path("type").asText().equals("null")) {
                ObjectNode other = withoutNull(choice).deepCopy();
                if (whole.has("examples")) {
                    other.set("examples", whole.get("examples"));
                }
                return other;
            }
        }
        throw new IllegalStateException("only null: " + whole);
    }

    static boolean isNullable(JsonNode schema) {
        JsonNode whole = resolve(schema);
        boolean byType = StreamSupport.stream(whole.path("type").spliterator(), false)
                .anyMatch(type -> type.asText().equals("null"));
        boolean byChoice = StreamSupport.stream(whole.path("anyOf").spliterator(), false)
                .anyMatch(choice -> choice.path("type").asText().equals("null"));
        return byType || byChoice;
    }

    /** The type of what is not null. */
    static String type(JsonNode schema) {
        JsonNode type = withoutNull(schema).path("type");
        return type.isArray() ? type.path(0).asText() : type.asText();
    }

    static Map<String, JsonNode> parameters(JsonNode operation, String in) {
        Map<String, JsonNode> all = new LinkedHashMap<>();
        operation.path("parameters").forEach(given -> {
            JsonNode parameter = resolve(given);
            if (parameter.path("in").asText().equals(in)) {
                all.put(parameter.path("name").asText(), parameter);
            }
        });
        return all;
    }

    /** The template with ids in it; a thing that nobody named is one that does not exist. */
    String path(String template) {
        String path = template;
        while (path.contains("{")) {
            String name = path.substring(path.indexOf('{') + 1, path.indexOf('}'));
            path = path.replace("{" + name + "}", thing(name, Samples::anyId).get());
        }
        return path;
    }

    /** The query parameters that must be there. */
    Map<String, String> query(JsonNode operation) {
        Map<String, String> query = new LinkedHashMap<>();
        parameters(operation, "query").forEach((name, parameter) -> {
            if (parameter.path("required").asBoolean()) {
                query.put(name, value(name, parameter.path("schema")).asText());
            }
        });
        return query;
    }

    /** What a JSON body must hold, or nothing where there is none. */
    JsonNode body(JsonNode operation) {
        JsonNode schema = operation.at("/requestBody/content/application~1json/schema");
        return schema.isMissingNode() ? MissingNode.getInstance() : value("body", schema);
    }

    /** A value that fits the schema, with as little in it as it allows. */
    JsonNode value(String name, JsonNode schema) {
        JsonNode bare = withoutNull(schema);
        if (bare.has("const")) {
            return bare.get("const");
        }
        if (bare.has("enum")) {
            return bare.get("enum").get(0);
        }
        return switch (type(bare)) {
            case "object" -> object(bare);
            case "array" -> array(name, bare);
            case "integer" -> JSON.numberNode(bare.path("minimum").asLong(1));
            case "boolean" -> JSON.booleanNode(true);
            default -> JSON.textNode(text(name, bare));
        };
    }

    private ObjectNode object(JsonNode schema) {
        ObjectNode object = JSON.objectNode();
        addRequired(object, schema, schema);
        choices(schema).findFirst().ifPresent(choice -> addRequired(object, choice, schema));
        return object;
    }

    /** The same, where one field will hold that value: the others are such that they may stand beside it. */
    ObjectNode object(JsonNode schema, String field, JsonNode value) {
        ObjectNode object = JSON.objectNode();
        addRequired(object, schema, schema);
        choices(schema)
                .filter(choice -> choice.path("properties").has(field)
                        && mayHold(choice.path("properties").path(field), value))
                .findFirst()
                .or(() -> choices(schema)
                        .filter(choice -> !choice.path("properties").has(field))
                        .findFirst())
                .or(() -> choices(schema)
                        .filter(choice -> choice.path("required").toString().contains('"' + field + '"'))
                        .findFirst())
                .ifPresent(choice -> addRequired(object, choice, schema));
        return object;
    }

    private static Stream<JsonNode> choices(JsonNode schema) {
        return StreamSupport.stream(
                schema.path(schema.has("oneOf") ? "oneOf" : "anyOf").spliterator(), false);
    }

    private static boolean mayHold(JsonNode narrow, JsonNode value) {
        if (narrow.has("const")) {
            return narrow.get("const").equals(value);
        }
        if (narrow.has("enum")) {
            return StreamSupport.stream(narrow.get("enum").spliterator(), false).anyMatch(value::equals);
        }
        return switch (narrow.path("type").asText()) {
            case "" -> true;
            case "null" -> value.isNull();
            case "integer" -> value.isIntegralNumber();
            case "array" ->
                value.isArray() && value.size() >= narrow.path("minItems").asInt();
            default -> value.isTextual();
        };
    }

    private void addRequired(ObjectNode object, JsonNode requiring, JsonNode schema) {
        requiring.path("required").forEach(required -> {
            String field = required.asText();
            JsonNode narrow = requiring.path("properties").path(field);
            JsonNode wide = schema.path("properties").path(field);
            object.set(field, value(field, narrow.has("const") || narrow.has("enum") ? narrow : merged(wide, narrow)));
        });
    }

    private static JsonNode merged(JsonNode wide, JsonNode narrow) {
        if (wide.has("$ref") || wide.has("anyOf") || narrow.isMissingNode()) {
            return wide;
        }
        ObjectNode both = wide.deepCopy();
        narrow.properties().forEach(entry -> both.set(entry.getKey(), entry.getValue()));
        return both;
    }

    private ArrayNode array(String name, JsonNode schema) {
        ArrayNode array = JSON.arrayNode();
        for (int count = schema.path("minItems").asInt(0); count > 0; count--) {
            array.add(value(name, schema.path("items")));
        }
        return array;
    }

    private String text(String name, JsonNode schema) {
        return thing(name, () -> made(name, schema)).get();
    }

    private String made(String name, JsonNode schema) {
        return switch (schema.path("format").asText()) {
            case "uuid" -> anyId();
            case "date-time" -> schema.path("examples").path(0).asText("2026-02-01T08:30:00Z");
            default -> word(name, schema);
        };
    }

    private String word(String name, JsonNode schema) {
        String example = schema.path("examples").path(0).asText();
        return switch (name) {
            case "username", "name" ->
                schema.has("pattern") && example.contains(":") ? example : "new-" + FRESH.incrementAndGet();
            case "email", "address", "emails" -> "new-" + FRESH.incrementAndGet() + "@example.org";
            case "domains" -> "new-" + FRESH.incrementAndGet() + ".example.org";
            case "role" -> "viewer";
            case "permission", "permissions" -> "dataset:read";
            default ->
                example.isEmpty()
                        ? "x".repeat(Math.max(8, schema.path("minLength").asInt()))
                        : example;
        };
    }

    private static String anyId() {
        return UUID.randomUUID().toString();
    }
}

package dev.roster.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;

/**
 * Requests that fit the OpenAPI document, made from the document alone: a route that is new there gets its requests by
 * itself. What an id or a name must stand for comes from outside, by the name of the parameter or field.
 */
final class Samples {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Map<String, String> things;
    private final AtomicInteger fresh = new AtomicInteger();

    /** @param things what stands for what there is, by parameter or field: {@code workspace_id} */
    Samples(Map<String, String> things) {
        this.things = new TreeMap<>(things);
    }

    /** About the places and people of {@code medical}. */
    static Samples of(World world) {
        return new Samples(Map.of(
                "user_id", world.zoe.toString(),
                "workspace_id", world.medical.id().toString(),
                "dataset_id", world.scans.id().toString(),
                "organization_id", world.server.given().organization().id().toString()));
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
        for (JsonNode choice : whole.path("anyOf")) {
            if (!choice.path("type").asText().equals("null")) {
                return withoutNull(choice);
            }
        }
        return whole;
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
            path = path.replace(
                    "{" + name + "}",
                    things.getOrDefault(name, UUID.randomUUID().toString()));
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
        schema.path("required").forEach(required -> {
            String field = required.asText();
            object.set(field, value(field, schema.path("properties").path(field)));
        });
        JsonNode choice = schema.path("oneOf").path(0);
        choice.path("required").forEach(required -> {
            String field = required.asText();
            JsonNode narrow = choice.path("properties").path(field);
            object.set(field, value(field, narrow.isMissingNode() ? schema.at("/properties/" + field) : narrow));
        });
        return object;
    }

    private ArrayNode array(String name, JsonNode schema) {
        ArrayNode array = JSON.arrayNode();
        for (int count = schema.path("minItems").asInt(0); count > 0; count--) {
            array.add(value(name, schema.path("items")));
        }
        return array;
    }

    private String text(String name, JsonNode schema) {
        String thing = things.get(name);
        if (thing != null) {
            return thing;
        }
        return switch (schema.path("format").asText()) {
            case "uuid" -> UUID.randomUUID().toString();
            case "email" -> "new-" + fresh.incrementAndGet() + "@example.org";
            case "date-time" -> schema.path("examples").path(0).asText("2026-02-01T08:30:00Z");
            default -> word(name, schema);
        };
    }

    private String word(String name, JsonNode schema) {
        String example = schema.path("examples").path(0).asText();
        return switch (name) {
            case "username", "name" ->
                schema.has("pattern") && example.contains(":") ? example : "new-" + fresh.incrementAndGet();
            case "role" -> "viewer";
            case "permission", "permissions" -> "dataset:read";
            default ->
                example.isEmpty()
                        ? "x".repeat(Math.max(8, schema.path("minLength").asInt()))
                        : example;
        };
    }
}

package dev.roster.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Values around what a schema allows: just inside it, and just outside. What a schema does not limit is inside, however
 * long, large or strange it is, so that a limit that only the server knows shows.
 */
final class Edges {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MANY = 1_001;

    /** Characters that break lines, screens, stores and parsers, and some that do not. */
    private static final List<String> STRANGE = List.of(
            "\u0000",
            "\n",
            "\u007f",
            "\u00ad",
            "\u200b",
            "\u202e",
            "\uffff",
            " ",
            "\u00a0",
            "\u00e9",
            "\uD83D\uDE00",
            "/",
            "'",
            ":");

    private final Samples samples;
    private final int longest;

    /** @param longest how long a text is made that has no limit of its own */
    Edges(Samples samples, int longest) {
        this.samples = samples;
        this.longest = longest;
    }

    List<JsonNode> inside(String name, JsonNode schema) {
        List<JsonNode> values = new ArrayList<>();
        JsonNode bare = Samples.withoutNull(schema);
        if (Samples.isNullable(schema)) {
            values.add(NullNode.getInstance());
        }
        switch (Samples.type(schema)) {
            case "integer" -> {
                values.add(JSON.numberNode(bare.path("minimum").asLong(Long.MIN_VALUE)));
                values.add(JSON.numberNode(bare.path("maximum").asLong(Long.MAX_VALUE)));
            }
            case "boolean" -> values.addAll(List.of(JSON.booleanNode(true), JSON.booleanNode(false)));
            case "array" -> {
                values.add(list(name, bare, bare.path("minItems").asInt(0)));
                values.add(list(name, bare, bare.path("maxItems").asInt(MANY)));
            }
            case "object" -> values.add(samples.value(name, bare));
            default -> texts(name, bare, true).forEach(text -> values.add(JSON.textNode(text)));
        }
        return values;
    }

    List<JsonNode> outside(String name, JsonNode schema) {
        List<JsonNode> values = new ArrayList<>();
        JsonNode bare = Samples.withoutNull(schema);
        if (!Samples.isNullable(schema)) {
            values.add(NullNode.getInstance());
        }
        values.addAll(ofOtherTypes(Samples.type(schema)));
        switch (Samples.type(schema)) {
            case "integer" -> {
                values.add(JSON.numberNode(1.5));
                if (bare.has("minimum")) {
                    values.add(JSON.numberNode(bare.path("minimum").asLong() - 1));
                }
                if (bare.has("maximum")) {
                    values.add(JSON.numberNode(bare.path("maximum").asLong() + 1));
                }
            }
            case "array" -> {
                if (bare.path("minItems").asInt() > 0) {
                    values.add(list(name, bare, bare.path("minItems").asInt() - 1));
                }
                if (bare.has("maxItems")) {
                    values.add(list(name, bare, bare.path("maxItems").asInt() + 1));
                }
            }
            case "string" -> texts(name, bare, false).forEach(text -> values.add(JSON.textNode(text)));
            default -> {}
        }
        return values;
    }

    private static List<JsonNode> ofOtherTypes(String type) {
        List<JsonNode> values = new ArrayList<>(List.of(
                JSON.numberNode(7), JSON.booleanNode(true), JSON.textNode("7"), JSON.arrayNode(), JSON.objectNode()));
        values.removeIf(value -> switch (type) {
            case "integer" -> value.isInt();
            case "boolean" -> value.isBoolean();
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            default -> value.isTextual();
        });
        return values;
    }

    private ArrayNode list(String name, JsonNode schema, int count) {
        ArrayNode list = JSON.arrayNode();
        for (int left = count; left > 0; left--) {
            list.add(samples.value(name, schema.path("items")));
        }
        return list;
    }

    private List<String> texts(String name, JsonNode schema, boolean inside) {
        List<String> texts = new ArrayList<>();
        String sample = samples.value(name, schema).asText();
        if (schema.has("enum")) {
            schema.path("enum").forEach(word -> texts.addAll(word.isNull() ? List.of() : around(word.asText())));
        } else if (schema.path("format").asText().equals("uuid")) {
            texts.addAll(List.of(sample, sample.toUpperCase(Locale.ROOT), "", "x", sample + "0", "1-1-1-1-1"));
            texts.addAll(List.of(sample.substring(1), "{" + sample + "}", sample.replace('-', '_')));
        } else if (schema.path("format").asText().equals("date-time")) {
            texts.addAll(List.of(sample, sample.replace("Z", ".123456Z"), sample.replace("Z", "+01:00")));
            texts.addAll(List.of("", "x", sample.substring(0, 10), sample.replace("Z", ""), sample.replace('-', '.')));
        } else {
            texts.addAll(ofLengths(sample, schema));
            STRANGE.forEach(character -> texts.add(
                    sample.substring(0, sample.length() / 2) + character + sample.substring(sample.length() / 2)));
            texts.add("");
            texts.add(" ");
        }
        return texts.stream()
                .distinct()
                .filter(text -> fits(text, schema) == inside)
                .toList();
    }

    private static List<String> around(String word) {
        return List.of(word, word.toUpperCase(Locale.ROOT), word + " ", word.replace('-', '_') + "_", "");
    }

    private List<String> ofLengths(String sample, JsonNode schema) {
        int least = schema.path("minLength").asInt(0);
        int most = schema.path("maxLength").asInt(longest);
        List<String> texts = new ArrayList<>();
        for (int length : new int[] {least - 1, least, most, most + 1}) {
            if (length >= 0) {
                texts.add(ofLength(length, sample, schema));
            }
        }
        texts.add("\uD83D\uDE00".repeat(most));
        return texts;
    }

    /** The sample made that long, within the pattern where that is possible. */
    private static String ofLength(int length, String sample, JsonNode schema) {
        Random random = new Random(length);
        StringBuilder text = new StringBuilder(sample);
        for (int tries = 0; text.length() != length && tries < 10_000; tries++) {
            int at = random.nextInt(text.length() + 1);
            String before = text.toString();
            if (text.length() < length) {
                text.insert(at, sample.charAt(random.nextInt(sample.length())));
            } else if (at < text.length()) {
                text.deleteCharAt(at);
            }
            if (!matches(text.toString(), schema)) {
                text = new StringBuilder(before);
            }
        }
        while (text.length() < length) {
            text.append(sample.charAt(0));
        }
        text.setLength(length);
        return text.toString();
    }

    /** Whether a text is what the schema of a text allows. */
    static boolean fits(String text, JsonNode schema) {
        int length = text.codePointCount(0, text.length());
        boolean isListed = !schema.has("enum")
                || IntStream.range(0, schema.path("enum").size())
                        .anyMatch(at -> schema.path("enum").get(at).asText().equals(text));
        return isListed
                && length >= schema.path("minLength").asInt(0)
                && length <= schema.path("maxLength").asInt(Integer.MAX_VALUE)
                && matches(text, schema)
                && isOf(schema.path("format").asText(), text);
    }

    private static boolean matches(String text, JsonNode schema) {
        return !schema.has("pattern")
                || Pattern.compile(schema.path("pattern").asText())
                        .matcher(text)
                        .find();
    }

    private static boolean isOf(String format, String text) {
        return switch (format) {
            case "uuid" -> text.matches("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
            case "date-time" ->
                text.matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})");
            default -> true;
        };
    }

    /** The value in an object, whose other fields are such that it may stand there. */
    ObjectNode object(JsonNode schema, String field, JsonNode value) {
        ObjectNode object = samples.object(schema, field, value);
        object.set(field, value);
        return object;
    }
}

package dev.roster.http.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roster.domain.RefusedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON text (RFC 8259) and nothing looser: UTF-8 only, no field twice, no depth that could exhaust a stack, no
 * text that a store could refuse, nothing after the end. Errors tell the place and never the content.
 */
public final class JsonReader {
    private static final int DEEPEST = 32;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST * 2)
                    .maxNumberLength(100)
                    .maxNameLength(1_000)
                    .build())
            .build();

    private JsonReader() {}

    /** @throws RefusedException INVALID, naming the place: {@code body}, or a path as {@code questions[3].target} */
    public static JsonNode read(byte[] text) {
        CharBuffer characters = decode(text);
        try (JsonParser parser =
                FACTORY.createParser(characters.array(), characters.arrayOffset(), characters.remaining())) {
            if (parser.nextToken() == null) {
                throw RefusedException.invalid("body", "the body is empty, expected JSON");
            }
            JsonNode value = value(parser, "", 0);
            if (parser.nextToken() != null) {
                throw RefusedException.invalid("body", "more follows after the end of the JSON, " + place(parser));
            }
            return value;
        } catch (StreamConstraintsException tooLong) {
            throw RefusedException.invalid("body", "the body holds a number or a field name that is too long");
        } catch (JsonProcessingException broken) {
            throw RefusedException.invalid("body", "the body is not valid JSON, " + place(broken.getLocation()));
        } catch (IOException impossible) {
            throw new UncheckedIOException("reading from memory", impossible);
        }
    }

    private static CharBuffer decode(byte[] text) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text));
        } catch (CharacterCodingException broken) {
            throw RefusedException.invalid("body", "the body is not UTF-8");
        }
    }

    private static JsonNode value(JsonParser parser, String path, int depth) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, path, deeper(path, depth));
            case START_ARRAY -> array(parser, path, deeper(path, depth));
            case VALUE_STRING -> NODES.textNode(clean(path, parser.getText()));
            case VALUE_NUMBER_INT -> integer(parser);
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(0.5);
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
                throw new IllegalStateException("no value starts with " + parser.currentToken());
        };
    }

    private static int deeper(String path, int depth) {
        if (depth == DEEPEST) {
            throw RefusedException.invalid(
                    named(path), "the JSON is nested deeper than " + DEEPEST + " levels at `" + named(path) + "`");
        }
        return depth + 1;
    }

    private static ObjectNode object(JsonParser parser, String path, int depth) throws IOException {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = clean(path, parser.currentName());
            String place = JsonPaths.field(path, name);
            parser.nextToken();
            JsonNode previous = object.replace(name, value(parser, place, depth));
            if (previous != null) {
                throw RefusedException.invalid(place, "the field `" + place + "` is given twice");
            }
        }
        return object;
    }

    private static ArrayNode array(JsonParser parser, String path, int depth) throws IOException {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser, JsonPaths.item(path, array.size()), depth));
        }
        return array;
    }

    private static JsonNode integer(JsonParser parser) throws IOException {
        return switch (parser.getNumberType()) {
            case INT, LONG -> NODES.numberNode(parser.getLongValue());
            default -> NODES.numberNode(parser.getBigIntegerValue());
        };
    }

    /** Refuses what no store keeps: the character zero, and halves of surrogate pairs. */
    private static String clean(String path, String text) {
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            boolean pair = Character.isHighSurrogate(character)
                    && at + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(at + 1));
            if (character == 0 || (Character.isSurrogate(character) && !pair)) {
                throw RefusedException.invalid(
                        named(path),
                        String.format("`%s` holds U+%04X, which no text may", named(path), (int) character));
            }
            at += pair ? 1 : 0;
        }
        return text;
    }

    private static String named(String path) {
        return path.isEmpty() ? "body" : path;
    }

    private static String place(JsonParser parser) {
        return place(parser.currentTokenLocation());
    }

    private static String place(@Nullable JsonLocation location) {
        if (location == null) {
            return "somewhere";
        }
        return "at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}

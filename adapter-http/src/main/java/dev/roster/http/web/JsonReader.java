package dev.roster.http.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
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
 * text that a store could refuse, nothing after the end. Errors name the place and never the content.
 */
public final class JsonReader {
    private static final int DEEPEST = 32;
    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(100)
                            .maxNameLength(1_000)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    private JsonReader() {}

    /** @throws RefusedException INVALID, naming the place: {@code body}, or a path as {@code questions[3].target} */
    public static JsonNode read(byte[] text) {
        CharBuffer characters = decode(text);
        try (JsonParser parser =
                MAPPER.createParser(characters.array(), characters.arrayOffset(), characters.remaining())) {
            return read(parser);
        } catch (IOException impossible) {
            throw new UncheckedIOException("reading from memory", impossible);
        }
    }

    private static JsonNode read(JsonParser parser) throws IOException {
        try {
            JsonNode value = MAPPER.readTree(parser);
            if (value == null) {
                throw RefusedException.invalid("body", "the body is empty, expected JSON");
            }
            if (parser.nextToken() != null) {
                throw RefusedException.invalid(
                        "body",
                        "there is more text after the end of the JSON, " + place(parser.currentTokenLocation()));
            }
            mustBeClean(value, "");
            return value;
        } catch (StreamConstraintsException tooMuch) {
            throw tooMuch(parser.getParsingContext());
        } catch (MismatchedInputException twice) {
            String place = path(parser.getParsingContext());
            throw RefusedException.invalid(place, "the field `" + place + "` is given twice");
        } catch (JsonProcessingException broken) {
            throw RefusedException.invalid("body", "the body is not valid JSON, " + place(broken.getLocation()));
        }
    }

    private static CharBuffer decode(byte[] text) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text));
        } catch (CharacterCodingException broken) {
            throw RefusedException.invalid("body", "the body is not UTF-8");
        }
    }

    private static RefusedException tooMuch(JsonStreamContext context) {
        if (context.getNestingDepth() <= DEEPEST) {
            return RefusedException.invalid("body", "the body contains a number or a field name that is too long");
        }
        String place = named(path(context));
        return RefusedException.invalid(
                place, "the JSON is nested deeper than " + DEEPEST + " levels at `" + place + "`");
    }

    /** Where the parser is. */
    private static String path(@Nullable JsonStreamContext context) {
        if (context == null) {
            return "";
        }
        String above = path(context.getParent());
        if (context.inArray() && context.hasCurrentIndex()) {
            return JsonPaths.item(above, context.getCurrentIndex());
        }
        String name = context.getCurrentName();
        return name == null ? above : JsonPaths.field(above, name);
    }

    private static void mustBeClean(JsonNode value, String path) {
        if (value.isTextual()) {
            mustBeClean(value.textValue(), path);
        }
        value.properties().forEach(field -> {
            mustBeClean(field.getKey(), path);
            mustBeClean(field.getValue(), JsonPaths.field(path, field.getKey()));
        });
        for (int index = 0; value.isArray() && index < value.size(); index++) {
            mustBeClean(value.get(index), JsonPaths.item(path, index));
        }
    }

    /** Refuses what no store keeps: the character zero, and halves of surrogate pairs. */
    private static void mustBeClean(String text, String path) {
        text.codePoints()
                .filter(character -> character == 0 || Character.getType(character) == Character.SURROGATE)
                .findFirst()
                .ifPresent(character -> {
                    throw RefusedException.invalid(
                            named(path),
                            String.format("`%s` contains U+%04X, which no text may contain", named(path), character));
                });
    }

    private static String named(String path) {
        return path.isEmpty() ? "body" : path;
    }

    private static String place(@Nullable JsonLocation location) {
        if (location == null) {
            return "somewhere";
        }
        return "at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}

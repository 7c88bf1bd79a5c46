package dev.roster.http.dialect;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.roster.http.web.Fault;
import dev.roster.http.web.Problem;
import dev.roster.http.web.ProblemException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** JSON as most servers read it: numbers are kept as written, and the last of two equal fields wins. */
public final class JsonText {
    private static final int DEEPEST = 100;
    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private JsonText() {}

    /** @throws ProblemException with a {@link Fault.Kind#BROKEN_JSON}, where it is not JSON in UTF-8 */
    public static JsonNode read(byte[] text) {
        try {
            return MAPPER.readTree(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(text))
                    .toString());
        } catch (CharacterCodingException broken) {
            throw broken(0);
        } catch (JsonProcessingException broken) {
            long offset =
                    broken.getLocation() == null ? 0 : broken.getLocation().getCharOffset();
            throw broken(Math.max(0, offset));
        }
    }

    private static ProblemException broken(long offset) {
        return new ProblemException(
                Problem.of(List.of(new Fault(Fault.Kind.BROKEN_JSON, List.of("body"), Long.toString(offset)))));
    }

    /** Reads what {@link #write} wrote. */
    public static JsonNode read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    public static String write(JsonNode value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException("JSON that was read cannot be written", broken);
        }
    }

    /** Whether every text in it is Unicode: no half of a surrogate pair, which no answer could carry. */
    static boolean isUnicode(JsonNode value) {
        if (value.isTextual()) {
            return isUnicode(value.textValue());
        }
        for (var fields = value.fieldNames(); fields.hasNext(); ) {
            if (!isUnicode(fields.next())) {
                return false;
            }
        }
        for (JsonNode part : value) {
            if (!isUnicode(part)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUnicode(String text) {
        return text.codePoints().noneMatch(character -> Character.getType(character) == Character.SURROGATE);
    }
}

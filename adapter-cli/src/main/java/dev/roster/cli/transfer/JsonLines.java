package dev.roster.cli.transfer;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.roster.application.transfer.Line;
import dev.roster.cli.terminal.InstallationException;
import dev.roster.domain.RefusedException;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An export, line by line. */
final class JsonLines {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private JsonLines() {}

    /** @throws InstallationException when the file does not begin as an export does */
    static void read(BufferedReader text, Consumer<Line> lines) throws IOException {
        checkHeader(text.readLine());
        long number = 1;
        for (String line = text.readLine(); line != null; line = text.readLine()) {
            number++;
            if (!line.isBlank()) {
                lines.accept(line(number, line));
            }
        }
    }

    private static void checkHeader(@Nullable String first) {
        JsonNode version = first == null ? null : header(first).get(EntryWriter.HEADER);
        if (version == null || !version.isInt()) {
            throw new InstallationException("the file does not begin with a line like {\"" + EntryWriter.HEADER
                    + "\": 1}, so it is not an export of Roster");
        }
        if (version.intValue() != EntryWriter.VERSION) {
            throw new InstallationException("the file is an export of version " + version.intValue()
                    + ", this Roster reads " + EntryWriter.VERSION);
        }
    }

    private static JsonNode header(String first) {
        try {
            return MAPPER.readTree(first);
        } catch (JsonProcessingException malformed) {
            return MAPPER.createObjectNode();
        }
    }

    private static Line line(long number, String text) {
        try {
            JsonNode object = MAPPER.readTree(text);
            return object.isObject() ? Line.of(number, EntryReader.read(object)) : Line.wrong(number, noObject());
        } catch (JsonProcessingException malformed) {
            return Line.wrong(number, noObject());
        } catch (RefusedException refused) {
            return Line.wrong(number, refused);
        }
    }

    private static RefusedException noObject() {
        return RefusedException.invalid("line", "the line is not a JSON object");
    }
}

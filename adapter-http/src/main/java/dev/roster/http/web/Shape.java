package dev.roster.http.web;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * How one record is written as JSON: in snake case, with times as {@link Timestamps} writes them. Created once for each
 * record.
 */
public final class Shape<T> {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .addModule(new SimpleModule().addSerializer(Instant.class, new InstantSerializer()))
            .build();

    private final ObjectWriter writer;

    private Shape(ObjectWriter writer) {
        this.writer = writer;
    }

    public static <T> Shape<T> of(Class<T> type) {
        return new Shape<>(MAPPER.writerFor(type));
    }

    /** The shape of an object whose fields are given as they are. */
    public static Shape<Map<String, Object>> ofObject() {
        return new Shape<>(MAPPER.writerFor(Map.class));
    }

    /** The shape of a bare array of such objects. */
    public static Shape<List<Map<String, Object>>> ofObjects() {
        return new Shape<>(MAPPER.writerFor(List.class));
    }

    /** The shape of a page of such records. */
    public static <T> Shape<Listing<T>> listOf(Class<T> type) {
        return new Shape<>(MAPPER.writerFor(MAPPER.getTypeFactory().constructParametricType(Listing.class, type)));
    }

    public byte[] write(T value) {
        try {
            return writer.writeValueAsBytes(value);
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException("an answer cannot be written", broken);
        }
    }

    private static final class InstantSerializer extends JsonSerializer<Instant> {
        @Override
        public void serialize(Instant value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            generator.writeString(Timestamps.format(value));
        }
    }
}

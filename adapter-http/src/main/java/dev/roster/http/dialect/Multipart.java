package dev.roster.http.dialect;

import dev.roster.http.web.ContentType;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartConfig;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.content.ByteBufferContentSource;
import org.eclipse.jetty.util.Attributes;

/** Forms in parts, whose body is in memory. */
final class Multipart {
    static final String TYPE = "multipart/form-data";

    /** What a form has around a file: boundaries, headers, other fields. */
    static final int AROUND = 64 << 10;

    private static final int MOST_PARTS = 100;

    private Multipart() {}

    /** What is made of the parts, before they are gone; empty for what is no such form. */
    static <T> Optional<T> read(Context context, byte[] body, Function<MultiPartFormData.Parts, T> reading) {
        if (!ContentType.of(context).mediaType().equals(TYPE)) {
            return Optional.empty();
        }
        MultiPartConfig inMemory = new MultiPartConfig.Builder()
                .maxParts(MOST_PARTS)
                .maxSize(body.length)
                .maxPartSize(body.length)
                .maxMemoryPartSize(body.length)
                .build();
        ByteBufferContentSource source = new ByteBufferContentSource(ByteBuffer.wrap(body));
        try (MultiPartFormData.Parts parts =
                MultiPartFormData.getParts(source, new Attributes.Mapped(), context.header("Content-Type"), inMemory)) {
            return Optional.of(reading.apply(parts));
        } catch (CompletionException | IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    static byte[] bytes(MultiPart.Part part) {
        try {
            ByteBuffer content = Content.Source.asByteBuffer(part.getContentSource());
            byte[] bytes = new byte[content.remaining()];
            content.get(bytes);
            return bytes;
        } catch (IOException impossible) {
            throw new UncheckedIOException("reading from memory", impossible);
        }
    }
}

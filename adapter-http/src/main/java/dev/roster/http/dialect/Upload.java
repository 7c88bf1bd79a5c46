package dev.roster.http.dialect;

import dev.roster.http.web.Bodies;
import dev.roster.http.web.ContentType;
import dev.roster.http.web.ProblemException;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartConfig;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.content.ByteBufferContentSource;
import org.eclipse.jetty.util.Attributes;

/** The first file of a form in parts, whatever its field is called. Its name and its type are not looked at. */
public final class Upload {
    /** What a form has around a file: boundaries, headers, other fields. */
    private static final int AROUND = 64 << 10;

    private Upload() {}

    /**
     * Empty for a form without a file, and for what is no such form.
     *
     * @param most the longest file, in bytes
     * @throws ProblemException 413 for more
     */
    public static Optional<byte[]> read(Context context, int most) {
        byte[] body = Bodies.read(context, most + AROUND);
        if (!ContentType.of(context).mediaType().equals("multipart/form-data")) {
            return Optional.empty();
        }
        MultiPartConfig config = new MultiPartConfig.Builder()
                .maxParts(100)
                .maxSize(most + AROUND)
                .maxPartSize(most + AROUND)
                .maxMemoryPartSize(most + AROUND)
                .build();
        ByteBufferContentSource source = new ByteBufferContentSource(ByteBuffer.wrap(body));
        try (MultiPartFormData.Parts parts =
                MultiPartFormData.getParts(source, new Attributes.Mapped(), context.header("Content-Type"), config)) {
            for (MultiPart.Part part : parts) {
                if (part.getFileName() != null) {
                    return Optional.of(bytes(part));
                }
            }
            return Optional.empty();
        } catch (CompletionException | IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(MultiPart.Part part) {
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

package dev.roster.http.dialect;

import dev.roster.http.web.Bodies;
import dev.roster.http.web.ContentType;
import dev.roster.http.web.ProblemException;
import dev.roster.http.web.QueryParameters;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartConfig;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.content.ByteBufferContentSource;
import org.eclipse.jetty.util.Attributes;
import org.jspecify.annotations.Nullable;

/** A body that is a form, urlencoded or in parts. Any other body is a form without fields. */
public final class Form {
    private static final String URLENCODED = "application/x-www-form-urlencoded";
    private static final String MULTIPART = "multipart/form-data";

    /** What a form has around a file: boundaries, headers, other fields. */
    private static final int AROUND = 64 << 10;

    /** The fields of a form and what they say. */
    private interface Fields {
        @Nullable
        String text(String name);

        List<String> texts(String name);

        default Optional<byte[]> file(String name) {
            return Optional.empty();
        }
    }

    private record Parsed(QueryParameters parameters) implements Fields {
        @Override
        public @Nullable String text(String name) {
            return parameters.textOrEmpty(name);
        }

        @Override
        public List<String> texts(String name) {
            return parameters.texts(name);
        }
    }

    private record InParts(Map<String, List<String>> all, Map<String, byte[]> files) implements Fields {
        @Override
        public @Nullable String text(String name) {
            return all.containsKey(name) ? all.get(name).get(0) : null;
        }

        @Override
        public List<String> texts(String name) {
            return all.getOrDefault(name, List.of());
        }

        @Override
        public Optional<byte[]> file(String name) {
            return Optional.ofNullable(files.get(name));
        }
    }

    private static final Fields NONE = new InParts(Map.of(), Map.of());

    private final Fields fields;

    private Form(Fields fields) {
        this.fields = fields;
    }

    static boolean isForm(Context context) {
        return hasType(context, URLENCODED) || hasType(context, MULTIPART);
    }

    private static boolean hasType(Context context, String type) {
        return ContentType.of(context).mediaType().equals(type);
    }

    static Form read(Context context) {
        byte[] body = Bodies.read(context);
        if (hasType(context, URLENCODED)) {
            return new Form(new Parsed(QueryParameters.parse(text(body))));
        }
        return new Form(parts(context, body, Bodies.MOST));
    }

    /**
     * The same for the form of a page: its texts may have several lines, and there may be a file of a megabyte with it.
     *
     * @throws ProblemException as {@link Bodies#read} does
     */
    public static Form ofPage(Context context) {
        int most = Bodies.MOST + AROUND;
        byte[] body = Bodies.read(context, most);
        if (hasType(context, URLENCODED)) {
            return new Form(new Parsed(QueryParameters.parseLines(text(body))));
        }
        return new Form(parts(context, body, most));
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }

    private static Fields parts(Context context, byte[] body, int most) {
        if (!hasType(context, MULTIPART)) {
            return NONE;
        }
        MultiPartConfig inMemory = new MultiPartConfig.Builder()
                .maxParts(100)
                .maxSize(most)
                .maxPartSize(most)
                .maxMemoryPartSize(most)
                .build();
        ByteBufferContentSource source = new ByteBufferContentSource(ByteBuffer.wrap(body));
        try (MultiPartFormData.Parts parts =
                MultiPartFormData.getParts(source, new Attributes.Mapped(), context.header("Content-Type"), inMemory)) {
            return parts(parts);
        } catch (CompletionException | IllegalCharsetNameException | UnsupportedCharsetException malformed) {
            return NONE;
        }
    }

    private static Fields parts(MultiPartFormData.Parts parts) {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (MultiPart.Part part : parts) {
            if (part.getName() != null && part.getFileName() != null) {
                files.putIfAbsent(part.getName(), bytes(part));
            }
            if (part.getName() != null) {
                texts.computeIfAbsent(part.getName(), first -> new ArrayList<>())
                        .add(part.getContentAsString(StandardCharsets.UTF_8));
            }
        }
        return new InParts(texts, files);
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

    /** What a field says, or null where it is not sent. */
    public @Nullable String text(String name) {
        return fields.text(name);
    }

    /** All that the fields of that name say, as boxes of which several can be ticked. */
    public List<String> texts(String name) {
        return fields.texts(name);
    }

    /** A file that was chosen; an empty one where none was. */
    public Optional<byte[]> file(String name) {
        return fields.file(name);
    }
}

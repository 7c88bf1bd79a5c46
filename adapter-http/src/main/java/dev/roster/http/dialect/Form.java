package dev.roster.http.dialect;

import dev.roster.domain.RefusedException;
import dev.roster.http.web.Bodies;
import dev.roster.http.web.ContentType;
import dev.roster.http.web.ProblemException;
import dev.roster.http.web.QueryParameters;
import io.javalin.http.Context;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartFormData;
import org.jspecify.annotations.Nullable;

/** A body that is a form, urlencoded or multipart. Any other body counts as a form without fields. */
public final class Form {
    private static final String URLENCODED = "application/x-www-form-urlencoded";

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
        return hasType(context, URLENCODED) || hasType(context, Multipart.TYPE);
    }

    private static boolean hasType(Context context, String type) {
        return ContentType.of(context).mediaType().equals(type);
    }

    static Form read(Context context) {
        byte[] body = Bodies.read(context);
        if (hasType(context, URLENCODED)) {
            return new Form(new Parsed(QueryParameters.parse(text(body))));
        }
        return new Form(parts(context, body));
    }

    /**
     * The same for the form of a page: its texts may have several lines, and there may be a file of a megabyte with it.
     *
     * @throws ProblemException as {@link Bodies#read} does
     * @throws RefusedException INVALID naming {@code form}, for what is not UTF-8
     */
    public static Form ofPage(Context context) {
        byte[] body = Bodies.read(context, Bodies.MOST + Multipart.AROUND);
        if (hasType(context, URLENCODED)) {
            return new Form(new Parsed(QueryParameters.parseLines(text(body))));
        }
        return new Form(parts(context, body));
    }

    /** Letters that cannot be read are refused, rather than replaced and kept. */
    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException broken) {
            throw RefusedException.invalid("form", "the form is not UTF-8");
        }
    }

    private static Fields parts(Context context, byte[] body) {
        return Multipart.read(context, body, Form::inParts).orElse(NONE);
    }

    private static Fields inParts(MultiPartFormData.Parts parts) {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (MultiPart.Part part : parts) {
            if (part.getName() != null && part.getFileName() != null) {
                files.putIfAbsent(part.getName(), Multipart.bytes(part));
            } else if (part.getName() != null) {
                texts.computeIfAbsent(part.getName(), first -> new ArrayList<>())
                        .add(part.getContentAsString(StandardCharsets.UTF_8));
            }
        }
        return new InParts(texts, files);
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

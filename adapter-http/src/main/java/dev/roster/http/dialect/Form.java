package dev.roster.http.dialect;

import dev.roster.http.web.Bodies;
import dev.roster.http.web.ContentType;
import dev.roster.http.web.QueryParameters;
import io.javalin.http.Context;
import java.nio.ByteBuffer;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartConfig;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.content.ByteBufferContentSource;
import org.eclipse.jetty.util.Attributes;
import org.jspecify.annotations.Nullable;

/** A body that is a form, urlencoded or in parts. Any other body is a form without fields. */
final class Form {
    private static final String URLENCODED = "application/x-www-form-urlencoded";
    private static final String MULTIPART = "multipart/form-data";
    private static final MultiPartConfig IN_MEMORY = new MultiPartConfig.Builder()
            .maxParts(100)
            .maxSize(Bodies.MOST)
            .maxPartSize(Bodies.MOST)
            .maxMemoryPartSize(Bodies.MOST)
            .build();

    private final Function<String, @Nullable String> fields;

    private Form(Function<String, @Nullable String> fields) {
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
            return new Form(QueryParameters.parse(new String(body, StandardCharsets.UTF_8))::textOrEmpty);
        }
        return hasType(context, MULTIPART) ? parts(body, context.header("Content-Type")) : new Form(name -> null);
    }

    private static Form parts(byte[] body, @Nullable String type) {
        ByteBufferContentSource source = new ByteBufferContentSource(ByteBuffer.wrap(body));
        try (MultiPartFormData.Parts parts =
                MultiPartFormData.getParts(source, new Attributes.Mapped(), type, IN_MEMORY)) {
            List<String[]> texts = new ArrayList<>();
            for (MultiPart.Part part : parts) {
                texts.add(new String[] {part.getName(), part.getContentAsString(StandardCharsets.UTF_8)});
            }
            return new Form(name -> first(texts, name));
        } catch (CompletionException | IllegalCharsetNameException | UnsupportedCharsetException malformed) {
            return new Form(name -> null);
        }
    }

    private static @Nullable String first(List<String[]> texts, String name) {
        return texts.stream()
                .filter(text -> name.equals(text[0]))
                .map(text -> text[1])
                .findFirst()
                .orElse(null);
    }

    @Nullable
    String text(String name) {
        return fields.apply(name);
    }
}

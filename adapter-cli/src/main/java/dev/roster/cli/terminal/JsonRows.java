package dev.roster.cli.terminal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.roster.cli.terminal.Layout.Field;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON array, or a single object. */
final class JsonRows<T> implements Rows<T> {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Layout<T> layout;
    private final PrintWriter out;
    private final JsonGenerator json;

    private JsonRows(Layout<T> layout, PrintWriter out) throws IOException {
        this.layout = layout;
        this.out = out;
        this.json = MAPPER.createGenerator(out);
        json.setPrettyPrinter(prettyPrinter());
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    }

    private static PrettyPrinter prettyPrinter() {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        Separators separators = Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withArrayEmptySeparator("")
                .withObjectEmptySeparator("");
        return new DefaultPrettyPrinter(separators).withObjectIndenter(lines).withArrayIndenter(lines);
    }

    static <T> JsonRows<T> array(Layout<T> layout, PrintWriter out) {
        return writing(() -> {
            JsonRows<T> rows = new JsonRows<>(layout, out);
            rows.json.writeStartArray();
            return rows;
        });
    }

    static <T> void print(Layout<T> layout, T item, PrintWriter out) {
        writing(() -> {
            JsonRows<T> rows = new JsonRows<>(layout, out);
            rows.json.writePOJO(rows.object(item));
            rows.finish();
            return rows;
        });
    }

    @Override
    public void add(List<T> items) {
        writing(() -> {
            for (T item : items) {
                json.writePOJO(object(item));
            }
            return this;
        });
    }

    @Override
    public void end() {
        writing(() -> {
            json.writeEndArray();
            finish();
            return this;
        });
    }

    private void finish() throws IOException {
        json.close();
        out.println();
        out.flush();
    }

    private Map<String, @Nullable Object> object(T item) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (Field<T> field : layout.fields()) {
            place(object, field.path(), plain(field.reading().of(item)));
        }
        return object;
    }

    /** Puts a value where its path leads, and makes the objects on the way. */
    @SuppressWarnings("unchecked")
    private static void place(Map<String, @Nullable Object> object, List<String> path, @Nullable Object value) {
        String first = path.get(0);
        if (path.size() == 1) {
            object.put(first, value);
        } else {
            Object inner = object.computeIfAbsent(first, name -> new LinkedHashMap<String, @Nullable Object>());
            place((Map<String, @Nullable Object>) inner, path.subList(1, path.size()), value);
        }
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value == null || value instanceof Number || value instanceof Boolean) {
            return value;
        }
        if (value instanceof List<?> items) {
            return items.stream().map(JsonRows::plain).toList();
        }
        if (value instanceof Map<?, ?> entries) {
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            entries.forEach((key, entry) -> object.put(key.toString(), plain(entry)));
            return object;
        }
        return value instanceof BeforeAndAfter change ? plain(change.asMap()) : value.toString();
    }

    private interface Writing<R> {
        R run() throws IOException;
    }

    private static <R> R writing(Writing<R> work) {
        try {
            return work.run();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

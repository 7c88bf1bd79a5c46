package dev.roster.cli.terminal;

import dev.roster.cli.terminal.Layout.Field;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Comma-separated values as in RFC 4180, but for the line ends: a shell would keep a CR in the last column. A text that a spreadsheet would take for a formula gets an apostrophe in front,
 * because people choose their names themselves.
 */
final class CsvRows<T> implements Rows<T> {
    private static final String END_OF_LINE = "\n";

    /** With the apostrophes that it may have of its own, so that to take one away is to have it as it was. */
    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\\t\\r].*", Pattern.DOTALL);

    private final Layout<T> layout;
    private final PrintWriter out;

    CsvRows(Layout<T> layout, PrintWriter out) {
        this.layout = layout;
        this.out = out;
        write(layout.fields().stream().map(Field::flatName));
    }

    @Override
    public void add(List<T> items) {
        items.forEach(item ->
                write(layout.fields().stream().map(field -> cell(field.reading().of(item)))));
    }

    private void write(Stream<String> cells) {
        out.print(cells.collect(Collectors.joining(",", "", END_OF_LINE)));
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof List<?> items) {
            return quoted(neutral(items.stream().map(Object::toString).collect(Collectors.joining(" "))));
        }
        if (value instanceof Map<?, ?> entries) {
            return entries.isEmpty() ? "" : quoted(neutral(CellText.of(entries)));
        }
        return value instanceof Number ? value.toString() : quoted(neutral(value.toString()));
    }

    private static String neutral(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(character -> ",\"\r\n".indexOf(character) >= 0);
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    @Override
    public void end() {
        out.flush();
    }
}

package dev.roster.cli.terminal;

import dev.roster.cli.terminal.Layout.Field;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A table for people: aligned, and on a screen cut to its width. It is printed page by page, so that a long list starts
 * at once; columns widen from page to page when they must.
 */
final class TableRows<T> implements Rows<T> {
    private static final String GAP = "  ";
    private static final int NARROWEST = 6;

    private final Layout<T> layout;
    private final Terminal terminal;
    private final int[] widths;
    private boolean started;

    TableRows(Layout<T> layout, Terminal terminal) {
        this.layout = layout;
        this.terminal = terminal;
        this.widths = new int[layout.columns().size()];
    }

    @Override
    public void add(List<T> items) {
        if (items.isEmpty()) {
            return;
        }
        List<List<String>> lines = items.stream().map(this::cells).toList();
        if (!started) {
            widen(headings());
        }
        lines.forEach(this::widen);
        terminal.columns().ifPresent(this::fit);
        PrintWriter out = terminal.out();
        if (!started) {
            out.println(Ink.BOLD.on(terminal, line(headings())));
            started = true;
        }
        lines.forEach(cells -> out.println(line(cells)));
    }

    private List<String> headings() {
        return layout.columns().stream().map(Field::heading).toList();
    }

    private List<String> cells(T item) {
        return layout.columns().stream()
                .map(field -> CellText.of(field.cell().of(item)))
                .toList();
    }

    private void widen(List<String> cells) {
        for (int column = 0; column < widths.length; column++) {
            widths[column] = Math.max(widths[column], CellText.width(cells.get(column)));
        }
    }

    /** Takes from the widest column until the line fits. */
    private void fit(int columns) {
        int gaps = GAP.length() * (widths.length - 1);
        while (Arrays.stream(widths).sum() + gaps > columns) {
            int widest = widest();
            if (widths[widest] <= NARROWEST) {
                return;
            }
            widths[widest]--;
        }
    }

    private int widest() {
        int widest = 0;
        for (int column = 1; column < widths.length; column++) {
            widest = widths[column] > widths[widest] ? column : widest;
        }
        return widest;
    }

    private String line(List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            line.append(column == 0 ? "" : GAP)
                    .append(CellText.pad(CellText.cut(cells.get(column), widths[column]), widths[column]));
        }
        return line.toString().stripTrailing();
    }

    @Override
    public void end() {
        terminal.out().flush();
    }

    /** One thing: a line for each field that has a value, and one for each item of a list. */
    static <T> void print(Layout<T> layout, T item, Terminal terminal) {
        PrintWriter out = terminal.out();
        int width = layout.fields().stream()
                .mapToInt(field -> field.heading().length())
                .max()
                .orElse(0);
        for (Field<T> field : layout.fields()) {
            Object value = field.reading().of(item);
            List<?> items =
                    value instanceof List<?> many && !many.isEmpty() ? many : List.of(Optional.ofNullable(value));
            String label = field.heading();
            for (Object each : items) {
                Object shown = each instanceof Optional<?> one ? one.orElse(null) : each;
                String line = CellText.pad(label, width) + GAP + CellText.of(shown);
                Wrapping.on(terminal).lines(line, " ".repeat(width) + GAP).forEach(out::println);
                label = "";
            }
        }
        out.flush();
    }
}

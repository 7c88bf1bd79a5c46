package dev.roster.cli.terminal;

import dev.roster.cli.terminal.Layout.Field;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/**
 * Things one below the other, for people, where a cell would be wider than a screen: the first column stands alone, and each
 * of the others that has a value below it.
 */
final class BlockRows<T> implements Rows<T> {
    private static final String INDENT = "  ";
    private static final String NOTHING = CellText.of(null);

    private final Terminal terminal;
    private final Field<T> title;
    private final List<Field<T>> rest;

    BlockRows(Layout<T> layout, Terminal terminal) {
        this.terminal = terminal;
        this.title = layout.columns().get(0);
        this.rest = layout.columns().subList(1, layout.columns().size());
    }

    @Override
    public void add(List<T> items) {
        items.forEach(this::add);
    }

    private void add(T item) {
        PrintWriter out = terminal.out();
        Wrapping.on(terminal).lines(cell(title, item)).forEach(line -> out.println(Ink.BOLD.on(terminal, line)));
        int width = rest.stream().mapToInt(field -> label(field).length()).max().orElse(0);
        for (Field<T> field : rest) {
            String cell = cell(field, item);
            if (!cell.equals(NOTHING)) {
                String label = INDENT + CellText.pad(label(field), width) + INDENT;
                Wrapping.on(terminal)
                        .lines(label + cell, " ".repeat(label.length()))
                        .forEach(out::println);
            }
        }
    }

    private static <T> String label(Field<T> field) {
        return field.heading().toLowerCase(Locale.ROOT);
    }

    private static <T> String cell(Field<T> field, T item) {
        return CellText.of(field.cell().of(item));
    }

    @Override
    public void end() {
        terminal.out().flush();
    }
}

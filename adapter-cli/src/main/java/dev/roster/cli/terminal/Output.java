package dev.roster.cli.terminal;

import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Prints data in the format that was asked for, and what people should know beside it. */
public final class Output {
    private static final int USUAL_COLUMNS = 80;

    private final Terminal terminal;
    private final Choices choices;

    @Inject
    Output(Terminal terminal, Choices choices) {
        this.terminal = terminal;
        this.choices = choices;
    }

    /** Prints a list page by page, until it ends, the limit is reached or nobody reads any more. */
    public <T> void list(Layout<T> layout, PageOptions wanted, Function<PageRequest, Page<T>> source) {
        Rows<T> rows = rows(layout);
        read(layout.plural(), wanted, source, rows::add);
        rows.end();
    }

    /** Hands a list on item by item, for commands that tell people about it in words of their own. */
    public <T> void tell(
            Layout<T> layout, PageOptions wanted, Function<PageRequest, Page<T>> source, Consumer<T> telling) {
        read(layout.plural(), wanted, source, items -> items.forEach(telling));
    }

    private <T> void read(
            String plural, PageOptions wanted, Function<PageRequest, Page<T>> source, Consumer<List<T>> reader) {
        long left = wanted.most();
        Long after = 0L;
        while (after != null && left > 0 && !terminal.out().checkError()) {
            Page<T> page = source.apply(new PageRequest(after, (int) Math.min(left, PageRequest.MOST)));
            reader.accept(page.items());
            left -= page.items().size();
            after = page.next();
        }
        if (left == wanted.most()) {
            say("no " + plural);
        } else if (after != null) {
            say("more " + plural + " follow, use --all or a higher --limit");
        }
    }

    /** Prints a list that has no pages. */
    public <T> void list(Layout<T> layout, List<T> items) {
        Rows<T> rows = rows(layout);
        rows.add(items);
        rows.end();
        if (items.isEmpty()) {
            say("no " + layout.plural());
        }
    }

    private <T> Rows<T> rows(Layout<T> layout) {
        return switch (choices.format()) {
            case TABLE -> new TableRows<>(layout, terminal);
            case JSON -> JsonRows.array(layout, terminal.out());
            case CSV -> new CsvRows<>(layout, terminal.out());
        };
    }

    /** Prints a single thing with all its fields. */
    public <T> void show(Layout<T> layout, T item) {
        switch (choices.format()) {
            case TABLE -> TableRows.print(layout, item, terminal.out());
            case JSON -> JsonRows.print(layout, item, terminal.out());
            case CSV -> {
                CsvRows<T> rows = new CsvRows<>(layout, terminal.out());
                rows.add(List.of(item));
                rows.end();
            }
        }
    }

    /**
     * Prints a thing with a secret that is never shown again: people get it as the last line, alone on it, programs in a
     * field of its own.
     *
     * @param known all but the secret
     * @param whole with the secret
     */
    public <T> void showOnce(Layout<T> known, Layout<T> whole, T item, String secret) {
        show(isForPeople() ? known : whole, item);
        if (isForPeople()) {
            line(secret);
        }
    }

    /** Prints a single thing with all its fields, for people in one line as a literal of Python. */
    public <T> void literal(Layout<T> layout, T item) {
        if (!isForPeople()) {
            show(layout, item);
            return;
        }
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        layout.fields()
                .forEach(field -> fields.put(field.flatName(), field.reading().of(item)));
        terminal.out().println(new PythonLiteral(terminal.charset()).of(fields));
        terminal.out().flush();
    }

    /** Tells people in a line, and programs in full, what a thing has become. */
    public <T> void report(String line, Layout<T> layout, T item) {
        say(line);
        if (!isForPeople()) {
            show(layout, item);
        }
    }

    /** Whether somebody reads along, rather than a program. */
    public boolean isForPeople() {
        return choices.format() == OutputFormat.TABLE;
    }

    /** Prints a line of data as it is, for people. */
    public void line(String text) {
        terminal.out().println(CellText.tame(text));
        terminal.out().flush();
    }

    /** Prints a line that starts with a word to look for. */
    public void verdict(Ink ink, String word, String text) {
        terminal.out().println(ink.on(terminal, word) + CellText.tame(text));
        terminal.out().flush();
    }

    /** Prints words in lines that fit the screen. */
    public void words(String indent, List<String> words) {
        int width = terminal.columns().orElse(USUAL_COLUMNS);
        StringBuilder line = new StringBuilder();
        for (String word : words) {
            if (!line.isEmpty() && indent.length() + line.length() + 1 + word.length() > width) {
                line(indent + line);
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        line(indent + (line.isEmpty() ? "nothing" : line));
    }

    /** Tells people something that is no data. */
    public void say(String text) {
        if (!choices.isQuiet()) {
            terminal.err().println(CellText.tame(text));
            terminal.err().flush();
        }
    }
}

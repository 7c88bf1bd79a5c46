package dev.roster.cli.terminal;

import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import jakarta.inject.Inject;
import java.nio.file.Path;
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

    /** Prints a list page by page, until it ends, the limit is reached or the reader has gone. */
    public <T> void list(Layout<T> layout, PageOptions wanted, Function<PageRequest, Page<T>> source) {
        list(rows(wanted.chosen(layout)), layout.plural(), wanted, source);
    }

    /** The same for things with more to say than fits into a line: people get a few lines for each. */
    public <T> void blocks(Layout<T> layout, PageOptions wanted, Function<PageRequest, Page<T>> source) {
        Layout<T> chosen = wanted.chosen(layout);
        list(wanted.haveColumns() ? rows(chosen) : blocks(chosen), layout.plural(), wanted, source);
    }

    private <T> void list(Rows<T> rows, String plural, PageOptions wanted, Function<PageRequest, Page<T>> source) {
        read(plural, wanted, source, rows::add);
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
    public <T> void list(Layout<T> layout, ColumnOptions wanted, List<T> items) {
        list(wanted.chosen(layout), items);
    }

    /** The same in all its columns. */
    public <T> void list(Layout<T> layout, List<T> items) {
        list(rows(layout), layout.plural(), items);
    }

    /** The same for things with more to say than fits into a line: people get a few lines for each. */
    public <T> void blocks(Layout<T> layout, List<T> items) {
        list(blocks(layout), layout.plural(), items);
    }

    private <T> void list(Rows<T> rows, String plural, List<T> items) {
        rows.add(items);
        rows.end();
        if (items.isEmpty()) {
            say("no " + plural);
        }
    }

    /** Writes a list to a file as a CSV with all its fields, which only its owner may read. */
    public <T> void write(Path file, boolean replace, Layout<T> layout, List<T> items) {
        PrivateFile.write(file, replace, text -> {
            CsvRows<T> rows = new CsvRows<>(layout, text);
            rows.add(items);
            rows.end();
        });
    }

    private <T> Rows<T> blocks(Layout<T> layout) {
        return isForPeople() ? new BlockRows<>(layout, terminal) : rows(layout);
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
            case TABLE -> TableRows.print(layout, item, terminal);
            case JSON -> JsonRows.print(layout, item, terminal.out());
            case CSV -> {
                CsvRows<T> rows = new CsvRows<>(layout, terminal.out());
                rows.add(List.of(item));
                rows.end();
            }
        }
    }

    /**
     * Prints a thing with a secret: people get that as the last line, alone on it, programs in a field of its own. Every
     * command that prints a secret does it this way.
     *
     * @param known all but the secret
     * @param whole with the secret
     * @param secret null where there is none this time
     */
    public <T> void showWithSecret(Layout<T> known, Layout<T> whole, T item, @Nullable String secret) {
        show(isForPeople() ? known : whole, item);
        if (isForPeople() && secret != null) {
            line(secret);
        }
    }

    /** The same where people need nothing but the secret. */
    public <T> void showSecret(Layout<T> whole, T item, @Nullable String secret) {
        showWithSecret(Layout.of(whole.plural()), whole, item, secret);
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

    /** Shows the new state of a thing: to people in a line, to programs in full. */
    public <T> void report(String line, Layout<T> layout, T item) {
        say(line);
        if (!isForPeople()) {
            show(layout, item);
        }
    }

    /** Whether a person reads along, rather than a program. */
    public boolean isForPeople() {
        return choices.format() == OutputFormat.TABLE;
    }

    /** Prints a line for people, on a screen in as many as it takes. */
    public void line(String text) {
        Wrapping.on(terminal).lines(CellText.tame(text)).forEach(terminal.out()::println);
        terminal.out().flush();
    }

    /** Prints a line that starts with a word to look for. */
    public void verdict(Ink ink, String word, String text) {
        List<String> lines = Wrapping.on(terminal).lines(word + CellText.tame(text), "  ");
        terminal.out().println(ink.on(terminal, word) + lines.get(0).substring(word.length()));
        lines.stream().skip(1).forEach(terminal.out()::println);
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

    /** Shows people something that is not data. */
    public void say(String text) {
        if (!choices.isQuiet()) {
            complain(text);
        }
    }

    /** Shows people what is wrong, also with --quiet. */
    public void complain(String text) {
        Wrapping.on(terminal).lines(CellText.tame(text)).forEach(terminal.err()::println);
        terminal.err().flush();
    }
}

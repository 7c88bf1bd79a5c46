package dev.roster.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table of results as Markdown, so that it can go into docs/benchmarks.md as it is. */
public final class Table {
    private final List<List<String>> rows = new ArrayList<>();

    public Table(String... headings) {
        rows.add(List.of(headings));
        rows.add(List.of(headings).stream().map(heading -> "---").toList());
    }

    public Table row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    /** A figure with as many decimals as its size deserves: {@code 8.31}, {@code 46.2}, {@code 1,234}. */
    public static String number(double value) {
        String format = value < 9.995 ? "%,.2f" : value < 99.95 ? "%,.1f" : "%,.0f";
        return String.format(Locale.ROOT, format, value);
    }

    public static String ratio(double value) {
        return number(value) + "×";
    }

    public static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", share * 100);
    }

    @Override
    public String toString() {
        int columns = rows.get(0).size();
        int[] widths = IntStream.range(0, columns)
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        return rows.stream()
                .map(row -> IntStream.range(0, columns)
                        .mapToObj(column -> row.get(column)
                                + " ".repeat(widths[column] - row.get(column).length()))
                        .collect(Collectors.joining(" | ", "| ", " |")))
                .collect(Collectors.joining(System.lineSeparator()));
    }
}

package dev.roster.cli.transfer;

import dev.roster.cli.terminal.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** What is wrong with a file, by line, collected so that it can be told at once. */
final class Mistakes {
    private static final int MOST_TOLD = 50;

    private final String source;
    private final Map<Integer, List<String>> byLine = new TreeMap<>();

    /** @param source what people call the file */
    Mistakes(String source) {
        this.source = source;
    }

    void add(int line, String reason) {
        byLine.computeIfAbsent(line, first -> new ArrayList<>()).add(reason);
    }

    boolean isEmpty() {
        return byLine.isEmpty();
    }

    /** Hands over all of them, by line, for those who tell them in another way. */
    void each(BiConsumer<Integer, String> telling) {
        byLine.forEach((line, reasons) -> reasons.forEach(reason -> telling.accept(line, reason)));
    }

    /** @throws MistakenFileException if there is any */
    void tell() {
        if (!byLine.isEmpty()) {
            throw failure();
        }
    }

    MistakenFileException failure() {
        List<String> lines = new ArrayList<>();
        byLine.forEach((line, reasons) -> reasons.forEach(reason -> lines.add("line " + line + ": " + reason)));
        String summary = Counted.of(lines.size(), "mistake") + " in " + source + ", nothing was changed";
        return new MistakenFileException(summary, lines.subList(0, Math.min(MOST_TOLD, lines.size())));
    }
}

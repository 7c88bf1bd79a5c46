package dev.roster.bootstrap.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table in CONTRIBUTING.md that says which words to write, and not which. */
record WordList(List<Row> rows) {
    private static final Pattern ROW =
            Pattern.compile("^\\| (?<write>[^|]+) \\| (?<words>[^|]*`[^|]*) \\| ?[^|]* ?\\|$");
    private static final Pattern WORD = Pattern.compile("`([^`]+)`");
    private static final String HEADING = "## Words";

    /**
     * What to write instead of some words.
     *
     * @param found finds any of them, also where a line or a comment's asterisk separates them
     */
    record Row(String write, List<String> words, Pattern found) {}

    static WordList read(Path page) throws IOException {
        List<String> section = Files.readAllLines(page).stream()
                .dropWhile(line -> !line.equals(HEADING))
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "))
                .toList();
        return of(section);
    }

    static WordList of(List<String> lines) {
        return new WordList(lines.stream()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .map(row -> row(row.group("write"), row.group("words")))
                .toList());
    }

    private static Row row(String write, String named) {
        List<String> words =
                WORD.matcher(named).results().map(word -> word.group(1)).toList();
        return new Row(write, words, finding(words));
    }

    /** The longest first, so that a phrase is named whole. */
    private static Pattern finding(List<String> words) {
        String any = words.stream()
                .sorted((one, other) -> other.length() - one.length())
                .map(phrase -> Stream.of(phrase.split(" ")).map(Pattern::quote).collect(Collectors.joining("[\\s*]+")))
                .collect(Collectors.joining("|"));
        return Pattern.compile("(?<![\\w-])(?:" + any + ")(?![\\w-])", Pattern.CASE_INSENSITIVE);
    }

    /** What to change in a passage, each with its place. */
    Stream<String> faultsOf(Passage passage) {
        return rows.stream()
                .flatMap(row -> row.found()
                        .matcher(passage.text())
                        .results()
                        .map(found ->
                                passage.place(found.start()) + ": `" + shown(found) + "`, write: " + row.write()));
    }

    private static String shown(MatchResult found) {
        return found.group().replaceAll("[\\s*]+", " ");
    }
}

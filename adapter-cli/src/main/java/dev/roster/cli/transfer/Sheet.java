package dev.roster.cli.transfer;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.roster.domain.RefusedException;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a CSV, empty ones left out. What separates the cells, a comma, a semicolon or a tab, is told by the first
 * row, or by a line such as {@code sep=;} before it.
 */
final class Sheet implements Closeable {
    private static final CsvMapper MAPPER =
            CsvMapper.builder().enable(CsvParser.Feature.SKIP_EMPTY_LINES).build();
    private static final Pattern SEPARATOR_LINE = Pattern.compile("(?i)\"?sep=(.)\"?,*;*");
    /** What Entra ID puts above the heading of its templates. */
    private static final String TEMPLATE_VERSION = "version:";

    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');
    private static final int LONGEST_HEADING = 65_536;

    private final JsonParser parser;
    private final long linesBefore;
    private long row;
    private int cell;

    private Sheet(JsonParser parser, long linesBefore) {
        this.parser = parser;
        this.linesBefore = linesBefore;
    }

    /**
     * A row.
     *
     * @param line on which it begins, from 1
     */
    record Row(long line, List<String> cells) {
        boolean isBlank() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    /** Where a quotation mark is missing or one too many, after which nothing can be told. */
    static final class BrokenException extends IOException {
        private static final long serialVersionUID = 1L;

        private final long line;
        private final RefusedException fault;

        private BrokenException(long line, RefusedException fault, Throwable cause) {
            super(fault.reason(), cause);
            this.line = line;
            this.fault = fault;
        }

        long line() {
            return line;
        }

        RefusedException fault() {
            return fault;
        }
    }

    static Sheet of(BufferedReader text) throws IOException {
        String first = peek(text).lines().findFirst().orElse("");
        Matcher separator = SEPARATOR_LINE.matcher(first);
        boolean isSeparator = separator.matches();
        boolean isAbove = isSeparator || first.toLowerCase(Locale.ROOT).startsWith(TEMPLATE_VERSION);
        if (isAbove) {
            text.readLine();
        }
        char between = isSeparator ? separator.group(1).charAt(0) : mostFrequent(heading(text));
        JsonParser parser = MAPPER.createParser(text);
        parser.setSchema(CsvSchema.emptySchema().withColumnSeparator(between));
        return new Sheet(parser, isAbove ? 1 : 0);
    }

    private static String heading(BufferedReader text) throws IOException {
        return peek(text).lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    }

    private static String peek(BufferedReader text) throws IOException {
        text.mark(LONGEST_HEADING);
        String start = FileText.next(text, LONGEST_HEADING);
        text.reset();
        return start;
    }

    /** Outside of quotation marks; a comma where there is none of them. */
    private static char mostFrequent(String heading) {
        String bare = heading.replaceAll("\"[^\"]*\"", "");
        char most = ',';
        for (char separator : SEPARATORS) {
            if (count(bare, separator) > count(bare, most)) {
                most = separator;
            }
        }
        return most;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(character -> character == wanted).count();
    }

    /**
     * The next row that holds something; null after the last one.
     *
     * @throws BrokenException where quotation marks do not match
     */
    @Nullable
    Row next() throws IOException {
        Row next = read();
        while (next != null && next.isBlank()) {
            next = read();
        }
        return next;
    }

    private @Nullable Row read() throws IOException {
        cell = 0;
        row = line();
        try {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                return null;
            }
            return rest();
        } catch (JsonProcessingException malformed) {
            throw new BrokenException(
                    row,
                    RefusedException.invalid(
                            "line",
                            "the quotation marks of cell " + (cell + 1)
                                    + " do not match: close them, and double those inside"),
                    malformed);
        }
    }

    private Row rest() throws IOException {
        List<String> cells = new ArrayList<>();
        JsonToken token = parser.nextToken();
        row = linesBefore + parser.currentTokenLocation().getLineNr();
        long begun = row;
        while (token != JsonToken.END_ARRAY) {
            cells.add(parser.getText());
            cell++;
            row = line();
            token = parser.nextToken();
        }
        return new Row(begun, cells);
    }

    private long line() {
        return linesBefore + parser.currentLocation().getLineNr();
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}

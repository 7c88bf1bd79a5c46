package dev.roster.http.console;

import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.http.web.Call;
import dev.roster.http.web.ClientGoneException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Lists as files for spreadsheets (RFC 4180), sent as they are read. The first page is read before anything is sent: a refusal
 * comes out as one.
 */
final class CsvStream {
    private static final int PAGE = 500;

    /** Without it, spreadsheets take the letters of most languages for something else. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** What spreadsheets take for the start of a formula, also behind blanks, and as full-width characters. */
    private static final Pattern FORMULA = Pattern.compile("(?s)[\\s\\p{Cf}]*[=+\\-@|%＝＋－＠\\t\\r].*");

    private CsvStream() {}

    /**
     * @param name of the file, without its ending
     * @param lines makes the lines of one page, with as many cells as there are heads
     */
    static <T> void answer(
            Call call,
            String name,
            List<String> heads,
            Function<PageRequest, Page<T>> pages,
            Function<List<T>, List<List<String>>> lines) {
        Page<T> page = pages.apply(PageRequest.first(PAGE));
        List<List<String>> first = lines.apply(page.items());
        HttpServletResponse response = call.context().res();
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType("text/csv; charset=utf-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + ".csv\"");
        try {
            OutputStream out = response.getOutputStream();
            write(out, BYTE_ORDER_MARK + line(heads));
            write(out, text(first));
            for (Long next = page.next(); next != null; next = page.next()) {
                page = pages.apply(new PageRequest(next, PAGE));
                write(out, text(lines.apply(page.items())));
            }
        } catch (IOException gone) {
            throw new ClientGoneException(gone);
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(List<List<String>> lines) {
        return lines.stream().map(CsvStream::line).collect(Collectors.joining());
    }

    private static String line(List<String> cells) {
        return cells.stream().map(CsvStream::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** A quote before what could be a formula has spreadsheets show it as the text that it is. */
    static String cell(String text) {
        String safe = FORMULA.matcher(text).matches() ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}

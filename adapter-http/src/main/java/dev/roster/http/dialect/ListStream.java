package dev.roster.http.dialect;

import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.http.web.Call;
import dev.roster.http.web.ClientGoneException;
import dev.roster.http.web.MediaTypes;
import dev.roster.http.web.Shape;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/**
 * Lists that are not paged on the wire. They are read page by page and sent as they are read, so that their length costs
 * the server nothing. The first page is read before anything is sent: a refusal comes out as one.
 *
 * @param <T> what an item is written from
 */
public final class ListStream<T> {
    private static final int PAGE = 200;

    private final Shape<T> shape;
    private final String before;
    private final String after;

    private ListStream(Shape<T> shape, String before, String after) {
        this.shape = shape;
        this.before = before;
        this.after = after;
    }

    /** {@code {"items": […]}}. */
    public static <T> ListStream<T> wrapped(Shape<T> shape) {
        return new ListStream<>(shape, "{\"items\":[", "]}");
    }

    /** A bare array. */
    public static <T> ListStream<T> bare(Shape<T> shape) {
        return new ListStream<>(shape, "[", "]");
    }

    /** @param convert makes the items of one page, some or all, in order */
    public <S> void answer(Call call, Function<PageRequest, Page<S>> pages, Function<List<S>, List<T>> convert) {
        Page<S> page = pages.apply(PageRequest.first(PAGE));
        List<T> items = convert.apply(page.items());
        HttpServletResponse response = call.context().res();
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType(MediaTypes.JSON);
        try {
            OutputStream out = response.getOutputStream();
            write(out, before);
            boolean first = writeItems(out, items, true);
            for (Long next = page.next(); next != null; next = page.next()) {
                page = pages.apply(new PageRequest(next, PAGE));
                first = writeItems(out, convert.apply(page.items()), first);
            }
            write(out, after);
        } catch (IOException gone) {
            throw new ClientGoneException(gone);
        }
    }

    private boolean writeItems(OutputStream out, List<T> items, boolean first) throws IOException {
        boolean atStart = first;
        for (T item : items) {
            if (!atStart) {
                out.write(',');
            }
            out.write(shape.write(item));
            atStart = false;
        }
        return atStart;
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }
}

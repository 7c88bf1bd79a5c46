package dev.roster.http.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.domain.text.WholeNumbers;
import io.javalin.http.Context;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One request on its way through a route. */
public final class Call {
    /** What a query says of a page of a list, and not of the list: {@code done} and {@code person} stand beside it. */
    private static final Set<String> BESIDE = Set.of("limit", "cursor", "done", "person");

    private final Context context;
    private final Origin origin;
    private final QueryParameters query;
    private final @Nullable Caller caller;

    public Call(Context context, Origin origin, QueryParameters query, @Nullable Caller caller) {
        this.context = context;
        this.origin = origin;
        this.query = query;
        this.caller = caller;
    }

    /** The request and response themselves, for what has no method here. */
    public Context context() {
        return context;
    }

    public Origin origin() {
        return origin;
    }

    /** Who calls. An open route must not ask. */
    public Caller caller() {
        if (caller == null) {
            throw new IllegalStateException("an open route has no caller");
        }
        return caller;
    }

    public QueryParameters query() {
        return query;
    }

    /** A part of the path, as {@code parse} reads it; errors name the part. */
    public <T> T path(String name, Function<String, T> parse) {
        return Fields.read(name, context.pathParam(name), parse);
    }

    /** The object in the body, with no field but those. */
    public JsonObject body(String... fields) {
        return JsonObject.of(json(), Set.of(fields));
    }

    /** The JSON in the body, read strictly. */
    public JsonNode json() {
        return JsonReader.read(Bodies.json(context));
    }

    /** The body as it is, of any media type, within a limit of its own. */
    public byte[] bytes(int most) {
        return Bodies.read(context, most);
    }

    /** The page that {@code limit} and {@code cursor} ask for. */
    public PageRequest page() {
        return page(PageRequest.USUAL, PageRequest.MOST);
    }

    /** The same with limits of its own. */
    public PageRequest page(int usual, int most) {
        Integer limit = query.read("limit", text -> WholeNumbers.parse("limit", text, 1, most));
        String cursor = query.text("cursor");
        return new PageRequest(cursor == null ? 0 : Cursors.decode(list(), cursor), limit == null ? usual : limit);
    }

    /** What a cursor is bound to: the path and the conditions, in a fixed order. An empty one is none. */
    private String list() {
        TreeMap<String, Object> conditions = new TreeMap<>(query.all());
        conditions.keySet().removeAll(BESIDE);
        conditions.values().removeIf(List.of("")::equals);
        return context.path() + conditions;
    }

    public <T> void answer(Shape<T> shape, T value) {
        answer(200, shape, value);
    }

    public <T> void answer(int status, Shape<T> shape, T value) {
        context.status(status).contentType(MediaTypes.JSON).result(shape.write(value));
    }

    /** A single thing and its tag, or only the tag where the client has seen it. */
    void answerUnlessSeen(Shown shown) {
        if (Preconditions.hasSeen(context.req(), shown)) {
            tagged(shown).status(304);
        } else {
            answer(shown);
        }
    }

    /** A single thing after a change, and its new tag. */
    public void answer(Shown shown) {
        tagged(shown).status(200).contentType(shown.mediaType()).result(shown.content());
    }

    private Context tagged(Shown shown) {
        shown.headers().forEach(context::header);
        return context.header("ETag", shown.tag().toString());
    }

    /** A created thing and its address. */
    public <T> void created(String location, Shape<T> shape, T value) {
        context.header("Location", location);
        answer(201, shape, value);
    }

    public <S, T> void answer(Shape<Listing<T>> shape, Page<S> page, Function<S, T> item) {
        answer(200, shape, new Listing<>(page.items().stream().map(item).toList(), next(page)));
    }

    /** What {@code cursor} is for the page after, or null. */
    public @Nullable String next(Page<?> page) {
        Long next = page.next();
        return next == null ? null : Cursors.encode(list(), next);
    }

    /** It will be done, but not before this answer. */
    public void accepted() {
        context.status(202);
    }

    public void noContent() {
        context.status(204);
    }
}

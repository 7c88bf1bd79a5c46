package dev.roster.http.web;

import io.javalin.http.HandlerType;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One method on one path, with its settings. */
public final class Route {
    private final HandlerType method;
    private final String path;
    private final Action action;
    private Set<String> parameters = Set.of();
    private boolean open;
    private boolean anything;
    private boolean reading;
    private String mediaType = MediaTypes.JSON;
    private @Nullable Representation representation;

    Route(HandlerType method, String path, Action action) {
        this.method = method;
        this.path = path;
        this.action = action;
        this.reading = method.equals(HandlerType.GET);
    }

    /** A route without a credential that takes any query and any {@code Accept}, for what HTTP itself answers. */
    public static Route answering(HandlerType method, String path, Action action) {
        Route route = new Route(method, path, action);
        route.open = true;
        route.anything = true;
        return route;
    }

    /** Names the query parameters that the route takes; others are refused where the manners are so. */
    public Route taking(String... names) {
        parameters = Set.of(names);
        return this;
    }

    /** Requires no credential. */
    public Route open() {
        open = true;
        return this;
    }

    /** Changes nothing, although its method is not {@code GET}. */
    public Route onlyReading() {
        reading = true;
        return this;
    }

    Route showing(Representation shown) {
        representation = shown;
        return this;
    }

    /** Sets the media type of the answer if it is not JSON. */
    public Route producing(String type) {
        mediaType = type;
        return this;
    }

    /** What the route shows with a tag, or null. */
    public @Nullable Representation representation() {
        return representation;
    }

    public HandlerType method() {
        return method;
    }

    /** The template, relative to the dialect's prefix: {@code /users/{user_id}}. */
    public String path() {
        return path;
    }

    public Action action() {
        return action;
    }

    public Set<String> parameters() {
        return parameters;
    }

    public boolean isOpen() {
        return open;
    }

    /** Whether an older state may be shown to a caller who is known. */
    public boolean isReading() {
        return reading && !open;
    }

    /** Whether the query and what the client accepts do not matter here. */
    public boolean takesAnything() {
        return anything;
    }

    public String mediaType() {
        return mediaType;
    }
}

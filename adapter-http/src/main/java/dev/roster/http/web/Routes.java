package dev.roster.http.web;

import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.List;

/** The list of a dialect's routes. A path that could also match another's template comes before it. */
public final class Routes {
    private final List<Route> all = new ArrayList<>();

    public Route get(String path, Action action) {
        return add(HandlerType.GET, path, action);
    }

    /** {@code GET} of a thing with a tag. Changes at the same path can then be made under a condition. */
    public Route show(String path, Representation representation) {
        return get(path, call -> call.answerUnlessSeen(representation.of(call))).showing(representation);
    }

    public Route post(String path, Action action) {
        return add(HandlerType.POST, path, action);
    }

    public Route put(String path, Action action) {
        return add(HandlerType.PUT, path, action);
    }

    public Route patch(String path, Action action) {
        return add(HandlerType.PATCH, path, action);
    }

    public Route delete(String path, Action action) {
        return add(HandlerType.DELETE, path, action);
    }

    private Route add(HandlerType method, String path, Action action) {
        Route route = new Route(method, path, action);
        all.add(route);
        return route;
    }

    public List<Route> all() {
        return List.copyOf(all);
    }
}

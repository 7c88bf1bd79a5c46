package dev.roster.http.web;

import io.javalin.http.Context;

/** A "no" that a {@link Dialect} has given its shape already, because only the route knows the words for it. */
public abstract class ShapedRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    protected ShapedRefusal(String message) {
        super(message, null, false, false);
    }

    /** Writes status, headers and body. */
    public abstract void answer(Context context);
}

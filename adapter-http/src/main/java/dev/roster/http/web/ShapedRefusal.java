package dev.roster.http.web;

import io.javalin.http.Context;

/** A refusal that already has the format of a {@link Dialect}, because only the route knows the words for it. */
public abstract class ShapedRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    protected ShapedRefusal(String message) {
        super(message, null, false, false);
    }

    /** Writes status, headers and body. */
    public abstract void answer(Context context);
}

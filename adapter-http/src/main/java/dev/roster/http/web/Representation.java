package dev.roster.http.web;

import dev.roster.domain.RefusedException;

/** How a thing with a tag is shown. It sends no answer itself, so that changes can use it too. */
@FunctionalInterface
public interface Representation {
    /** @throws RefusedException where there is no such thing, or the caller may not see it */
    Shown of(Call call);
}

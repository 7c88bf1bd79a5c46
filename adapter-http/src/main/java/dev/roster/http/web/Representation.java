package dev.roster.http.web;

import dev.roster.domain.RefusedException;

/** How a thing with a tag is shown. It answers nothing by itself, so that changes can ask it too. */
@FunctionalInterface
public interface Representation {
    /** @throws RefusedException where there is no such thing, or the caller may not see it */
    Shown of(Call call);
}

package dev.roster.http.argilla;

import dev.roster.http.web.Routes;

/** Routes that belong together. */
interface RouteGroup {
    /** Paths are relative to the dialect's prefix. */
    void register(Routes routes);
}

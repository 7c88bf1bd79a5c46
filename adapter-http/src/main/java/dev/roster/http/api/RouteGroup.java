package dev.roster.http.api;

import dev.roster.http.web.Routes;

/** The routes of one resource. */
interface RouteGroup {
    void register(Routes routes);
}

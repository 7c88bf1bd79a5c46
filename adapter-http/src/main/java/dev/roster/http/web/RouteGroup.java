package dev.roster.http.web;

/** Routes that belong together. */
public interface RouteGroup {
    /** Paths are relative to the dialect's prefix. */
    void register(Routes routes);
}

package dev.roster.http.web;

/** What a route does: parse, call a use case, answer. */
@FunctionalInterface
public interface Action {
    void handle(Call call);
}

package dev.roster.http.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param nextCursor what asks for the following page, or null when nothing follows
 */
public record Listing<T>(List<T> items, @Nullable String nextCursor) {}

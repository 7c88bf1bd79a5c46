package dev.roster.http.console;

import org.jspecify.annotations.Nullable;

/**
 * The address and settings under which the server is reached.
 *
 * @param publicUrl how people reach it, or null where only their requests say so
 * @param rootDialect the name of the dialect that is served at the root too, or null
 */
public record ServedAs(@Nullable String publicUrl, @Nullable String rootDialect) {}

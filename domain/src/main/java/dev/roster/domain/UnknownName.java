package dev.roster.domain;

/**
 * A name that nothing has.
 *
 * @param thing what it was taken for the name of, such as {@code user}
 * @param name as the caller wrote it
 */
public record UnknownName(String thing, String name) {}

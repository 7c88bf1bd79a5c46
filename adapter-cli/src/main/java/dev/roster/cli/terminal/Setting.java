package dev.roster.cli.terminal;

/**
 * A setting as it is in force.
 *
 * @param value masked when it is a secret, empty when unset
 * @param source {@code option}, {@code environment}, {@code roster.properties}, {@code default}, or the name of another
 *     product's variable that says it
 * @param server what the running server has, where that is another; empty otherwise
 */
public record Setting(String name, String value, String source, String server) {}

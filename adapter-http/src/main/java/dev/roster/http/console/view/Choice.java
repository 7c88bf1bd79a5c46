package dev.roster.http.console.view;

/**
 * One of the values of a list to choose from.
 *
 * @param label what people see of it
 */
public record Choice(String value, String label, boolean chosen) {}

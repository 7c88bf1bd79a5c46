package dev.roster.http.console.view;

/**
 * Where an account stands.
 *
 * @param text the key of the word
 * @param look a class of the style sheet
 */
public record StatusView(String text, String look) {}

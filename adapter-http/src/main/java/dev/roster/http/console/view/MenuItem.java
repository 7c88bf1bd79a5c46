package dev.roster.http.console.view;

/**
 * A line of the navigation.
 *
 * @param text the key of its text
 * @param href where it leads to
 * @param icon the name of its picture in {@code icons.svg}
 * @param current whether it leads to the page that is shown, or one above it
 */
public record MenuItem(String text, String href, String icon, boolean current) {}

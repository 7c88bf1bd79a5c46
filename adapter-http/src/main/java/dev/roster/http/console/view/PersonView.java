package dev.roster.http.console.view;

import org.jspecify.annotations.Nullable;

/**
 * A user as a name and a picture.
 *
 * @param name what to call them to their face
 * @param login their username
 * @param initials one or two letters
 * @param colour a class of the style sheet, the same for a user for ever
 * @param picture where their picture is, or null to show the initials alone
 */
public record PersonView(
        String name,
        String login,
        String initials,
        String colour,
        @Nullable String picture) {}

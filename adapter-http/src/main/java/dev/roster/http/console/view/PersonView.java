package dev.roster.http.console.view;

import org.jspecify.annotations.Nullable;

/**
 * A user as a name and a picture.
 *
 * @param name their display name
 * @param login their username
 * @param initials one or two letters
 * @param colour a class of the style sheet, always the same for a user
 * @param picture the address of their picture, or null to show only the initials
 */
public record PersonView(
        String name,
        String login,
        String initials,
        String colour,
        @Nullable String picture) {}

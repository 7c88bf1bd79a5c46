package dev.roster.http.console.view;

import org.jspecify.annotations.Nullable;

/**
 * A permission.
 *
 * @param key as programs write it
 * @param text the key of what people call it, or null for one that an application registered
 */
public record PermissionView(String key, @Nullable String text) {}

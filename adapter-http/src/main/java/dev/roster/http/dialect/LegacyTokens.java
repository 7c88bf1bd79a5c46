package dev.roster.http.dialect;

/**
 * Whether a dialect that has better tokens also accepts user tokens, in organizations without a setting of their own.
 *
 * @param accepted the setting {@code label-studio-legacy-tokens}
 */
public record LegacyTokens(boolean accepted) {}

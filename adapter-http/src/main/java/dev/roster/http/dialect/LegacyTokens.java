package dev.roster.http.dialect;

/**
 * Whether a dialect that has better ones accepts user tokens, in an organization that did not say.
 *
 * @param accepted the setting {@code label-studio-legacy-tokens}
 */
public record LegacyTokens(boolean accepted) {}

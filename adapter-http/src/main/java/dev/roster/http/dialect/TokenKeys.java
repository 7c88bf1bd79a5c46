package dev.roster.http.dialect;

/** The keys of this installation that dialects sign with; all its nodes have the same. */
@FunctionalInterface
public interface TokenKeys {
    /** At least 32 bytes, others for each use. */
    byte[] of(String use);
}

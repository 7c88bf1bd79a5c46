package dev.roster.http.dialect;

/** The installation's keys with which dialects sign; all its nodes share them. */
@FunctionalInterface
public interface TokenKeys {
    /** At least 32 bytes, others for each use. */
    byte[] of(String use);
}

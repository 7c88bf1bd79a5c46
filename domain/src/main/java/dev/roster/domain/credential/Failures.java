package dev.roster.domain.credential;

import java.time.Instant;

/** The number of consecutive failures, and the time of the last one. */
public record Failures(int count, Instant last) {}

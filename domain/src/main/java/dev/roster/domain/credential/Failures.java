package dev.roster.domain.credential;

import java.time.Instant;

/** How often in a row somebody was wrong, and when the last time was. */
public record Failures(int count, Instant last) {}

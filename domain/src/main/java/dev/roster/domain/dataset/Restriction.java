package dev.roster.domain.dataset;

import dev.roster.domain.user.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The restriction of a dataset, which workspace and organization roles other than manager and owner do not reach.
 *
 * @param at when it was restricted
 * @param by who restricted it, or null for the local operator
 */
public record Restriction(Instant at, @Nullable UserId by) {}

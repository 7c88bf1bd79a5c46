package dev.roster.domain.dataset;

import dev.roster.domain.user.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That workspace and organization roles do not reach a dataset, managers and owners aside.
 *
 * @param at since when
 * @param by who restricted it, or null when the local operator did
 */
public record Restriction(Instant at, @Nullable UserId by) {}

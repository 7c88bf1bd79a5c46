package dev.roster.domain.dataset;

import dev.roster.domain.user.UserId;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;

/**
 * An annotator's place in a dataset.
 *
 * @param number counts assignments in order of creation; 0 until the store has assigned it
 */
@RecordBuilder
public record Assignment(long number, DatasetId dataset, UserId user, Instant assignedAt)
        implements AssignmentBuilder.With {}

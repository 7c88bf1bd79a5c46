package dev.roster.domain.membership;

import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.user.UserId;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;

/**
 * What is remembered of a membership of an organization that ended, until its user becomes a member again.
 *
 * @param number counts them in order of ending; 0 until the store has assigned it
 * @param joinedAt when the membership began
 */
@RecordBuilder
public record FormerMembership(long number, OrganizationId organization, UserId user, Instant joinedAt, Instant endedAt)
        implements FormerMembershipBuilder.With {}

package dev.roster.domain.user;

import dev.roster.domain.RefusedException;
import dev.roster.domain.workspace.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long the account of a guest lasts: until its workspace is deleted or until a point in time, whichever comes first. From
 * then on none of its credentials works, and the account is deleted soon after.
 *
 * @param workspace which workspace it ends with; null after the end of that workspace, and for a stay that only a time ends
 * @param until when it ends; null for one that only the end of the workspace ends
 */
public record Stay(
        @Nullable WorkspaceId workspace, @Nullable Instant until) {
    /** The longest time from now until an end that is chosen. */
    public static final Duration LONGEST = Duration.ofDays(366);

    public Stay {
        if (workspace == null && until == null) {
            throw RefusedException.invalid("until", "a stay ends with a workspace or at a time");
        }
    }

    /**
     * The same stay with an end that a caller chooses.
     *
     * @param chosen null for no end but that of the workspace
     * @throws RefusedException INVALID naming {@code until} for one that is not in the future, or later than {@link #LONGEST}
     */
    public Stay untilChosen(@Nullable Instant chosen, Instant now) {
        if (chosen != null && !chosen.isAfter(now)) {
            throw RefusedException.invalid("until", "`" + chosen + "` is not in the future, choose a later time");
        }
        if (chosen != null && chosen.isAfter(now.plus(LONGEST))) {
            throw RefusedException.invalid(
                    "until",
                    "`" + chosen + "` is more than " + LONGEST.toDays() + " days away, choose an earlier time");
        }
        return new Stay(workspace, chosen);
    }

    /** Whether it is over at that time. */
    public boolean hasEndedBy(Instant now) {
        return until != null && !until.isAfter(now);
    }
}

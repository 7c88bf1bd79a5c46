package dev.roster.application.offence;

import dev.roster.application.port.Actors;
import dev.roster.domain.access.AccessPolicy;
import dev.roster.domain.access.Target;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.UserId;
import java.util.List;

/** Goes by what is stored, without a look at the clock. */
public final class JudgingByRow {
    public boolean may(Actors actors, UserId user, Target target) {
        return actors.find(user, List.of(target))
                .filter(actor -> AccessPolicy.allows(actor, RosterPermission.DATASET_READ, target))
                .isPresent();
    }
}

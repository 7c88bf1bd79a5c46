package dev.roster.application.offence;

import dev.roster.application.port.Annexes;
import dev.roster.domain.annex.AnnexOwner;
import dev.roster.domain.user.UserId;

/** Goes by what a door keeps for itself. */
public final class JudgingByAnnex {
    public boolean may(Annexes annexes, UserId user) {
        return annexes.count(AnnexOwner.of(user), "label-studio:hotkeys") > 0;
    }
}

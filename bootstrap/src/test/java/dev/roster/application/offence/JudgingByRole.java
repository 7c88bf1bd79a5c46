package dev.roster.application.offence;

import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.RoleRef;

/** Has a policy of its own. */
public final class JudgingByRole {
    public boolean may(RoleRef role) {
        return role.isOwner() || role.equals(PredefinedRole.MANAGER.ref());
    }
}

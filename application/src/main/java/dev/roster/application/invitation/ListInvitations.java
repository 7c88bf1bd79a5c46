package dev.roster.application.invitation;

import dev.roster.application.Now;
import dev.roster.application.access.AccessGuard;
import dev.roster.application.access.Caller;
import dev.roster.application.port.Invitations;
import dev.roster.application.port.Page;
import dev.roster.application.port.PageRequest;
import dev.roster.application.port.Transactions;
import dev.roster.domain.access.Target;
import dev.roster.domain.role.RosterPermission;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Lists invitations in order of making, expired ones too. */
public final class ListInvitations {
    private final Transactions transactions;
    private final AccessGuard guard;
    private final Invitations invitations;
    private final Now now;

    @Inject
    ListInvitations(Transactions transactions, AccessGuard guard, Invitations invitations, Now now) {
        this.transactions = transactions;
        this.guard = guard;
        this.invitations = invitations;
        this.now = now;
    }

    /** @param pending only those that can still be accepted, or only those that cannot any more; null for all */
    public Page<Invitations.Invited> handle(Caller caller, @Nullable Boolean pending, PageRequest page) {
        return transactions.reading(() -> {
            guard.require(caller, RosterPermission.USER_READ, Target.instance());
            return invitations.list(pending, now.get(), page);
        });
    }
}

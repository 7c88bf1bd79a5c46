package dev.roster.application.invitation;

import dev.roster.application.access.Caller;
import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Invitations;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.access.Target;
import dev.roster.domain.role.RosterPermission;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Lists invitations in order of creation, expired ones too. */
public final class ListInvitations {
    private final UnitOfWork work;
    private final Invitations invitations;

    @Inject
    ListInvitations(UnitOfWork work, Invitations invitations) {
        this.work = work;
        this.invitations = invitations;
    }

    /** @param pending only those that can still be accepted, or only those that have expired; null for all */
    public Page<Invitations.Invited> handle(Caller caller, @Nullable Boolean pending, PageRequest page) {
        return work.reading(() -> {
            work.guard().require(caller, RosterPermission.USER_READ, Target.instance());
            return invitations.list(pending, work.now(), page);
        });
    }
}

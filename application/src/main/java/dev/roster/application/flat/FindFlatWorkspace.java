package dev.roster.application.flat;

import dev.roster.application.access.Caller;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.access.Target;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.workspace.Workspace;
import jakarta.inject.Inject;
import java.util.Optional;

/** Shows the workspace that stands for a whole organization, to those who may read it. */
public final class FindFlatWorkspace {
    private final UnitOfWork work;
    private final FlatWorkspace flat;

    @Inject
    FindFlatWorkspace(UnitOfWork work, FlatWorkspace flat) {
        this.work = work;
        this.flat = flat;
    }

    /** Empty where it is not there yet, and where it is not for the caller. */
    public Optional<Workspace> handle(Caller caller, OrganizationId organization, String title) {
        return work.reading(() -> flat.find(organization, title)
                .filter(found -> work.guard().allows(caller, RosterPermission.WORKSPACE_READ, Target.of(found))));
    }
}

package dev.roster.application.workspace;

import dev.roster.application.access.Caller;
import dev.roster.application.port.Workspaces;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.workspace.Workspace;
import dev.roster.domain.workspace.WorkspaceId;
import jakarta.inject.Inject;
import java.util.function.Supplier;

/** Shows one workspace. */
public final class FindWorkspace {
    private final UnitOfWork work;
    private final Workspaces workspaces;

    @Inject
    FindWorkspace(UnitOfWork work, Workspaces workspaces) {
        this.work = work;
        this.workspaces = workspaces;
    }

    /** @throws RefusedException NOT_FOUND naming {@code workspace} */
    public Workspace handle(Caller caller, WorkspaceId id) {
        return show(caller, () -> workspaces.get(id));
    }

    /**
     * By number, with the answers that the id would get.
     *
     * @throws RefusedException NOT_FOUND naming {@code workspace}
     */
    public Workspace byNumber(Caller caller, long number) {
        return show(
                caller,
                () -> workspaces
                        .findByNumber(number)
                        .orElseThrow(() -> RefusedException.notFound("workspace", number)));
    }

    /**
     * By name, regardless of case.
     *
     * @throws RefusedException NOT_FOUND naming {@code workspace}, also if the caller may not see it
     */
    public Workspace byName(Caller caller, String name) {
        return work.reading(() -> workspaces
                .findByName(NameKey.of(name))
                .filter(found -> work.guard().allows(caller, RosterPermission.WORKSPACE_READ, Target.of(found)))
                .orElseThrow(() -> RefusedException.notFound("workspace", name)));
    }

    private Workspace show(Caller caller, Supplier<Workspace> found) {
        return work.reading(() -> {
            Workspace workspace = found.get();
            work.guard().require(caller, RosterPermission.WORKSPACE_READ, Target.of(workspace));
            return workspace;
        });
    }
}

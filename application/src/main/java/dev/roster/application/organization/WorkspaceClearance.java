package dev.roster.application.organization;

import dev.roster.application.access.Caller;
import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.paging.Pages;
import dev.roster.application.port.Datasets;
import dev.roster.application.port.Grants;
import dev.roster.application.port.Memberships;
import dev.roster.application.port.Users;
import dev.roster.application.port.Workspaces;
import dev.roster.application.work.Changes;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.membership.Place;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.workspace.Workspace;
import dev.roster.domain.workspace.WorkspaceId;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Deletes a workspace with everything in it. The caller must be allowed to delete each thing separately, and the audit trail
 * records each deletion.
 */
public final class WorkspaceClearance {
    private final UnitOfWork work;
    private final Workspaces workspaces;
    private final Datasets datasets;
    private final Memberships memberships;
    private final Grants grants;
    private final Users users;

    @Inject
    WorkspaceClearance(
            UnitOfWork work,
            Workspaces workspaces,
            Datasets datasets,
            Memberships memberships,
            Grants grants,
            Users users) {
        this.work = work;
        this.workspaces = workspaces;
        this.datasets = datasets;
        this.memberships = memberships;
        this.grants = grants;
        this.users = users;
    }

    /** Refuses what {@link #clear} would refuse. */
    public void require(Caller caller, Workspace workspace) {
        WorkspaceId id = workspace.id();
        work.guard().require(caller, RosterPermission.WORKSPACE_DELETE, Target.of(workspace));
        inBatches(
                page -> datasets.list(datasetsIn(id), page).map(Datasets.Located::target),
                targets -> work.guard().requireOnEach(caller, RosterPermission.DATASET_DELETE, targets));
        inBatches(
                page -> grants.list(grantsIn(id), page).map(Grants.Granted::target),
                targets -> work.guard().requireOnEach(caller, RosterPermission.GRANT_DELETE, targets));
        if (!memberships.members(Place.of(id), PageRequest.first(1)).items().isEmpty()) {
            work.guard().require(caller, RosterPermission.MEMBER_REMOVE, Target.of(workspace));
        }
    }

    /** Whether {@link #require} would refuse nothing. */
    public boolean isAllowed(Caller caller, Workspace workspace) {
        try {
            require(caller, workspace);
            return true;
        } catch (RefusedException refused) {
            if (refused.kind() == RefusedException.Kind.FORBIDDEN) {
                return false;
            }
            throw refused;
        }
    }

    private static void inBatches(Function<PageRequest, Page<Target>> targets, Consumer<Collection<Target>> question) {
        Pages.whole(PageRequest.MOST, targets, page -> question.accept(page.items()));
    }

    private static Datasets.Filter datasetsIn(WorkspaceId workspace) {
        return Datasets.Filter.all().withWorkspace(workspace);
    }

    private static Grants.Filter grantsIn(WorkspaceId workspace) {
        return Grants.Filter.all().withWorkspace(workspace);
    }

    /** Runs in the transaction of the calling use case. */
    public void clear(Caller caller, Workspace workspace) {
        require(caller, workspace);
        Pages.each(page -> grants.list(grantsIn(workspace.id()), page), granted -> writeEnd(caller, granted));
        Pages.each(page -> datasets.list(datasetsIn(workspace.id()), page), located -> {
            datasets.remove(located.dataset().id());
            work.journal().write(caller, "dataset.delete", located.target());
        });
        Pages.each(
                page -> memberships.members(Place.of(workspace.id()), page),
                member -> work.journal()
                        .write(
                                caller,
                                "member.remove",
                                Target.of(workspace),
                                Changes.none().removeUser(member.user())));
        remove(caller, workspace);
    }

    /**
     * Deletes an empty workspace. The stays of its guests end at once and in one step, however many there are; their accounts
     * are deleted afterwards.
     */
    public void remove(Caller caller, Workspace workspace) {
        work.guard().require(caller, RosterPermission.WORKSPACE_DELETE, Target.of(workspace));
        int guests = users.endStays(workspace.id(), work.now());
        workspaces.remove(workspace.id());
        work.journal()
                .write(
                        caller,
                        "workspace.delete",
                        Target.of(workspace),
                        Changes.none().add("guests", guests == 0 ? null : guests, null));
    }

    /** It goes with the dataset or the workspace that it is on. */
    private void writeEnd(Caller caller, Grants.Granted granted) {
        work.journal()
                .write(
                        caller,
                        "grant.delete",
                        granted.target(),
                        Changes.none()
                                .removeUser(granted.user())
                                .add("role", granted.grant().role(), null));
    }
}

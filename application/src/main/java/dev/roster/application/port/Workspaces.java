package dev.roster.application.port;

import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.domain.RefusedException;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.UserId;
import dev.roster.domain.workspace.Workspace;
import dev.roster.domain.workspace.WorkspaceId;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The workspaces. */
public interface Workspaces {
    /**
     * Which workspaces; a null condition does not filter.
     *
     * @param name part of the name regardless of case
     * @param title part of the {@linkplain Workspace#shownName shown name} regardless of case
     * @param visibleTo only those where this user is a member, holds a grant on the workspace, or holds a role of the
     *     organization membership's own that reaches workspaces
     */
    @RecordBuilder
    record Filter(
            @Nullable String name,
            @Nullable String title,
            @Nullable OrganizationId organization,
            @Nullable UserId visibleTo)
            implements WorkspacesFilterBuilder.With {
        public static Filter all() {
            return WorkspacesFilterBuilder.builder().build();
        }

        public Filter visibleTo(UserId user) {
            return withVisibleTo(user);
        }
    }

    /**
     * @throws RefusedException CONFLICT naming {@code name} or {@code id}, or the {@linkplain Workspace#shownField field}
     *     that makes it look like another one of its organization
     */
    Workspace add(Workspace workspace);

    /** @throws RefusedException CONFLICT as when it is added */
    void update(Workspace workspace);

    /**
     * What would go with a workspace: how many belong to it, the guests whose accounts end with it, how many grants are held in
     * it, and its datasets.
     */
    record Contents(long members, long guests, long grants, long datasets) {}

    /** Takes the workspace away with its memberships and grants. Returns false when there was none. */
    boolean remove(WorkspaceId id);

    Contents contents(WorkspaceId id);

    Optional<Workspace> find(WorkspaceId id);

    /** By the number that the store assigned, which is never reused. */
    Optional<Workspace> findByNumber(long number);

    /** @throws RefusedException NOT_FOUND naming {@code workspace} */
    default Workspace get(WorkspaceId id) {
        return find(id).orElseThrow(() -> RefusedException.notFound("workspace", id));
    }

    Optional<Workspace> findByName(NameKey name);

    /** The workspace that people see under a name. */
    Optional<Workspace> findByShownName(OrganizationId organization, NameKey shown);

    /** By number, which is the order of creation. */
    Page<Workspace> list(Filter filter, PageRequest page);
}

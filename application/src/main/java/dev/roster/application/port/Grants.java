package dev.roster.application.port;

import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.domain.access.Grant;
import dev.roster.domain.access.GrantId;
import dev.roster.domain.access.GrantKind;
import dev.roster.domain.access.Target;
import dev.roster.domain.dataset.Dataset;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.membership.Place;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.workspace.Workspace;
import dev.roster.domain.workspace.WorkspaceId;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Extra roles of users on workspaces and datasets. */
public interface Grants {
    /**
     * A grant, whose it is and where.
     *
     * @param workspace the workspace it is on, or that its dataset lies in
     * @param dataset null for a grant on the whole workspace
     */
    record Granted(
            Grant grant,
            User user,
            Workspace workspace,
            @Nullable Dataset dataset) {
        /** What it is on. */
        public Target target() {
            Target around = Target.of(workspace);
            return dataset == null ? around : Target.of(dataset, around);
        }
    }

    /**
     * Which grants; a null condition does not filter.
     *
     * @param kind on whole workspaces, or on single datasets
     * @param workspace on this workspace or a dataset in it
     * @param dataset on this dataset
     */
    @RecordBuilder
    record Filter(
            @Nullable UserId user,
            @Nullable GrantKind kind,
            @Nullable WorkspaceId workspace,
            @Nullable DatasetId dataset)
            implements GrantsFilterBuilder.With {
        public static Filter all() {
            return GrantsFilterBuilder.builder().build();
        }
    }

    /** Returns the grant with its number; empty, and changes nothing, when the user had one there already. */
    Optional<Grant> add(Grant grant);

    /** Stores the grant's role and time of change. Returns false when there is no such grant. */
    boolean update(Grant grant);

    Optional<Grant> find(GrantId id);

    /** In order of making; the page's numbers are the grants'. */
    Page<Granted> list(Filter filter, PageRequest page);

    /**
     * The same, of the grants that a user has and those on the places or in them. It costs what is on the page, for each place.
     *
     * @param places organizations, workspaces and datasets
     */
    Page<Granted> listAround(UserId holder, Set<Target.Ref> places, Filter filter, PageRequest page);

    /** Returns false, and changes nothing, when there was no such grant. */
    boolean remove(GrantId id);

    void removeAllOf(UserId user);

    /** Removes the user's grants on a workspace, or an organization's workspaces, and on the datasets in it. */
    void removeAllOf(UserId user, Place place);
}

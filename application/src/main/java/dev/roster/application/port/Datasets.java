package dev.roster.application.port;

import dev.roster.application.paging.CountedPage;
import dev.roster.application.paging.NumberedQuery;
import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.dataset.Dataset;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.UserId;
import dev.roster.domain.workspace.Workspace;
import dev.roster.domain.workspace.WorkspaceId;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The registered datasets. */
public interface Datasets {
    /** A dataset and the workspace it lies in. */
    record Located(Dataset dataset, Workspace workspace) {
        public Target target() {
            return Target.of(dataset, Target.of(workspace));
        }
    }

    /**
     * Which datasets; a null condition does not filter.
     *
     * @param name part of the name regardless of case
     * @param restricted only those that are restricted, or only those that are not
     * @param creator only those that this user registered
     * @param near only those in workspaces that {@link Workspaces.Filter#visibleTo} this user would show, and those
     *     that the user holds a grant on; more than the user may read, never less
     */
    @RecordBuilder
    record Filter(
            @Nullable WorkspaceId workspace,
            @Nullable String name,
            @Nullable Boolean restricted,
            @Nullable UserId creator,
            @Nullable UserId near)
            implements DatasetsFilterBuilder.With {
        public static Filter all() {
            return DatasetsFilterBuilder.builder().build();
        }

        public Filter near(UserId user) {
            return withNear(user);
        }
    }

    /** @throws RefusedException CONFLICT naming {@code name} or {@code id} */
    Dataset add(Dataset dataset);

    /** @throws RefusedException CONFLICT naming {@code name} */
    void update(Dataset dataset);

    /** Takes the dataset away with its assignments, grants, contributions and annexes. Returns false when there was none. */
    boolean remove(DatasetId id);

    Optional<Located> find(DatasetId id);

    /** By the number that the store assigned, which is never reused. */
    Optional<Located> findByNumber(long number);

    /** @throws RefusedException NOT_FOUND naming {@code dataset} */
    default Located get(DatasetId id) {
        return find(id).orElseThrow(() -> RefusedException.notFound("dataset", id));
    }

    Optional<Located> findByName(WorkspaceId workspace, NameKey name);

    /** By number, which is the order of registration. */
    Page<Located> list(Filter filter, PageRequest page);

    /** A numbered page of all in the workspace, in the same order, and how many there are. */
    CountedPage<Located> numbered(WorkspaceId workspace, NumberedQuery query);

    /** The names of the datasets in a workspace, oldest first, at most that many. */
    List<String> namesIn(WorkspaceId workspace, int most);
}

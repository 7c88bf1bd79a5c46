package dev.roster.application.dataset;

import dev.roster.application.access.Caller;
import dev.roster.application.paging.CountedPage;
import dev.roster.application.paging.NumberedQuery;
import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.paging.Pages;
import dev.roster.application.port.Datasets;
import dev.roster.application.port.Workspaces;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.AccessPolicy;
import dev.roster.domain.access.Actor;
import dev.roster.domain.access.Target;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.UserId;
import dev.roster.domain.workspace.WorkspaceId;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Lists the datasets that the caller may read, oldest first. */
public final class ListDatasets {
    /**
     * Which datasets; a null condition does not filter.
     *
     * @param name part of the name regardless of case
     * @param restricted only those that are restricted, or only those that are not
     * @param creator only those that this user registered
     */
    @RecordBuilder
    public record Query(
            @Nullable WorkspaceId workspace,
            @Nullable String name,
            @Nullable Boolean restricted,
            @Nullable UserId creator)
            implements ListDatasetsQueryBuilder.With {
        public static Query all() {
            return ListDatasetsQueryBuilder.builder().build();
        }
    }

    private final UnitOfWork work;
    private final Workspaces workspaces;
    private final Datasets datasets;

    @Inject
    ListDatasets(UnitOfWork work, Workspaces workspaces, Datasets datasets) {
        this.work = work;
        this.workspaces = workspaces;
        this.datasets = datasets;
    }

    /** @throws RefusedException NOT_FOUND, or FORBIDDEN, for a workspace that the caller does not reach */
    public Page<Datasets.Located> handle(Caller caller, Query query, PageRequest page) {
        return work.reading(() -> {
            Datasets.Filter filter = Datasets.Filter.all()
                    .withWorkspace(query.workspace())
                    .withName(query.name())
                    .withRestricted(query.restricted())
                    .withCreator(query.creator());
            if (query.workspace() != null) {
                reached(caller, query.workspace());
            }
            if (work.guard().allows(caller, RosterPermission.DATASET_READ, Target.instance())) {
                return datasets.list(filter, page);
            }
            return readable(work.guard().wholeActor(caller), filter, page);
        });
    }

    /**
     * A page by its number of what is in one workspace, for doors whose clients count pages. It costs what is on the page where
     * the caller may read whatever is there; for others each dataset is looked at.
     *
     * @throws RefusedException as above, and INVALID naming {@code page_size} for the whole of a list that is too long
     */
    public CountedPage<Datasets.Located> numbered(Caller caller, WorkspaceId workspace, NumberedQuery query) {
        return work.reading(() -> {
            Target place = reached(caller, workspace);
            Actor actor = work.guard().wholeActor(caller);
            Datasets.Filter filter = Datasets.Filter.all().withWorkspace(workspace);
            CountedPage<Datasets.Located> found =
                    AccessPolicy.allowsOnAllDatasetsIn(actor, RosterPermission.DATASET_READ, place)
                            ? datasets.numbered(workspace, query)
                            : Pages.counted(query, page -> readable(actor, filter, page));
            query.requireFit(found.count());
            return found;
        });
    }

    private Target reached(Caller caller, WorkspaceId workspace) {
        Target place = Target.of(workspaces.get(workspace));
        work.guard().require(caller, RosterPermission.WORKSPACE_READ, place);
        return place;
    }

    private Page<Datasets.Located> readable(Actor actor, Datasets.Filter filter, PageRequest page) {
        return datasets.list(filter.near(actor.id()), page)
                .filter(found -> AccessPolicy.allows(actor, RosterPermission.DATASET_READ, found.target()));
    }
}

package dev.roster.application.fake;

import dev.roster.application.paging.CountedPage;
import dev.roster.application.paging.NumberedQuery;
import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Datasets;
import dev.roster.domain.RefusedException;
import dev.roster.domain.annex.AnnexOwner;
import dev.roster.domain.dataset.Dataset;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.UserId;
import dev.roster.domain.workspace.WorkspaceId;
import java.util.List;
import java.util.Optional;

/** Datasets in memory. */
final class InMemoryDatasets implements Datasets {
    private final InMemoryStore store;

    InMemoryDatasets(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Dataset add(Dataset dataset) {
        return store.write(tables -> {
            if (tables.datasets.has(dataset.id())) {
                throw RefusedException.conflict("id", "there is a dataset with the id `" + dataset.id() + "`");
            }
            refuseTakenName(tables, dataset);
            return tables.datasets.add(dataset.id(), dataset::withNumber);
        });
    }

    @Override
    public void update(Dataset dataset) {
        store.change(tables -> {
            refuseTakenName(tables, dataset);
            tables.datasets.change(dataset.id(), before -> dataset.withNumber(before.number()));
        });
    }

    private static void refuseTakenName(Tables tables, Dataset dataset) {
        NameKey key = dataset.name().key();
        if (tables.datasets.stream()
                .filter(other -> !other.id().equals(dataset.id()))
                .anyMatch(other -> other.workspace().equals(dataset.workspace())
                        && other.name().key().equals(key))) {
            throw RefusedException.conflict("name", "the dataset name `" + dataset.name() + "` is taken");
        }
    }

    @Override
    public boolean remove(DatasetId id) {
        return store.write(tables -> remove(tables, id));
    }

    static boolean remove(Tables tables, DatasetId id) {
        tables.assignments.removeIf(assignment -> assignment.dataset().equals(id));
        tables.grants.removeIf(grant -> id.equals(grant.dataset()));
        tables.contributions.removeIf(contribution -> contribution.dataset().equals(id));
        InMemoryAnnexes.removeAll(tables, AnnexOwner.of(id));
        return tables.datasets.remove(id);
    }

    @Override
    public Optional<Located> find(DatasetId id) {
        return store.read(tables -> tables.datasets.find(id).map(dataset -> located(tables, dataset)));
    }

    @Override
    public Optional<Located> findByNumber(long number) {
        return store.read(tables -> tables.datasets.stream()
                .filter(dataset -> dataset.number() == number)
                .findFirst()
                .map(dataset -> located(tables, dataset)));
    }

    @Override
    public Optional<Located> findByName(WorkspaceId workspace, NameKey name) {
        return store.read(tables -> tables.datasets.stream()
                .filter(dataset -> dataset.workspace().equals(workspace)
                        && dataset.name().key().equals(name))
                .findFirst()
                .map(dataset -> located(tables, dataset)));
    }

    @Override
    public Page<Located> list(Filter filter, PageRequest page) {
        return store.read(tables -> Pages.of(
                tables.datasets.stream()
                        .filter(dataset ->
                                filter.workspace() == null || filter.workspace().equals(dataset.workspace()))
                        .filter(dataset -> filter.restricted() == null || filter.restricted() == dataset.restricted())
                        .filter(dataset ->
                                filter.creator() == null || filter.creator().equals(dataset.creator()))
                        .filter(dataset -> Pages.contains(dataset.name().value(), filter.name()))
                        .map(dataset -> located(tables, dataset))
                        .filter(located -> filter.near() == null || isNear(tables, located, filter.near())),
                page,
                located -> located.dataset().number()));
    }

    @Override
    public CountedPage<Located> numbered(WorkspaceId workspace, NumberedQuery query) {
        return store.read(tables -> {
            List<Located> all = tables.datasets.stream()
                    .filter(dataset -> dataset.workspace().equals(workspace))
                    .map(dataset -> located(tables, dataset))
                    .toList();
            return new CountedPage<>(
                    all.stream().skip(query.before()).limit(query.most()).toList(), all.size());
        });
    }

    @Override
    public List<String> namesIn(WorkspaceId workspace, int most) {
        return store.read(tables -> tables.datasets.stream()
                .filter(dataset -> dataset.workspace().equals(workspace))
                .limit(most)
                .map(dataset -> dataset.name().value())
                .toList());
    }

    static Located located(Tables tables, Dataset dataset) {
        return new Located(dataset, tables.workspaces.find(dataset.workspace()).orElseThrow());
    }

    static boolean isNear(Tables tables, Located located, UserId user) {
        return InMemoryWorkspaces.isVisible(tables, located.workspace(), user)
                || tables.grants.stream()
                        .anyMatch(grant -> grant.user().equals(user)
                                && located.dataset().id().equals(grant.dataset()));
    }
}

package dev.roster.application.dataset;

import dev.roster.application.access.Caller;
import dev.roster.application.port.Datasets;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.role.RosterPermission;
import jakarta.inject.Inject;

/** Deletes a dataset's registration with its assignments, grants and contributions. */
public final class DeleteDataset {
    private final UnitOfWork work;
    private final Datasets datasets;

    @Inject
    DeleteDataset(UnitOfWork work, Datasets datasets) {
        this.work = work;
        this.datasets = datasets;
    }

    /** Returns the dataset as it was. */
    public Datasets.Located handle(Caller caller, DatasetId id) {
        return work.inTransaction(() -> {
            Datasets.Located located = datasets.get(id);
            work.guard().require(caller, RosterPermission.DATASET_DELETE, located.target());
            datasets.remove(id);
            work.journal().write(caller, "dataset.delete", located.target());
            return located;
        });
    }
}

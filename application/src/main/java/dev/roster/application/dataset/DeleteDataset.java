package dev.roster.application.dataset;

import dev.roster.application.access.AccessGuard;
import dev.roster.application.access.Caller;
import dev.roster.application.audit.Journal;
import dev.roster.application.port.Datasets;
import dev.roster.application.port.Transactions;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.role.RosterPermission;
import jakarta.inject.Inject;

/** Takes a dataset's registration away, with its assignments, grants and contributions. */
public final class DeleteDataset {
    private final Transactions transactions;
    private final AccessGuard guard;
    private final Datasets datasets;
    private final Journal journal;

    @Inject
    DeleteDataset(Transactions transactions, AccessGuard guard, Datasets datasets, Journal journal) {
        this.transactions = transactions;
        this.guard = guard;
        this.datasets = datasets;
        this.journal = journal;
    }

    /** Returns the dataset as it was. */
    public Datasets.Located handle(Caller caller, DatasetId id) {
        return transactions.inTransaction(() -> {
            Datasets.Located located = datasets.get(id);
            guard.require(caller, RosterPermission.DATASET_DELETE, located.target());
            datasets.remove(id);
            journal.write(caller, "dataset.delete", located.target());
            return located;
        });
    }
}

package dev.roster.application.dataset;

import dev.roster.application.Now;
import dev.roster.application.access.AccessGuard;
import dev.roster.application.access.Caller;
import dev.roster.application.audit.Changes;
import dev.roster.application.audit.Journal;
import dev.roster.application.port.Datasets;
import dev.roster.application.port.Transactions;
import dev.roster.domain.dataset.Dataset;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.role.RosterPermission;
import jakarta.inject.Inject;

/**
 * Cuts what workspace and organization roles reach in a dataset, managers and owners aside, or lets them reach it again.
 */
public final class RestrictDataset {
    /** Which dataset, and whether it is to be restricted. */
    public record Command(DatasetId dataset, boolean restricted) {}

    private final Transactions transactions;
    private final AccessGuard guard;
    private final Datasets datasets;
    private final Journal journal;
    private final Now now;

    @Inject
    RestrictDataset(Transactions transactions, AccessGuard guard, Datasets datasets, Journal journal, Now now) {
        this.transactions = transactions;
        this.guard = guard;
        this.datasets = datasets;
        this.journal = journal;
        this.now = now;
    }

    /** Does nothing to a dataset that is so already. */
    public Datasets.Located handle(Caller caller, Command command) {
        return transactions.inTransaction(() -> {
            Datasets.Located before = datasets.get(command.dataset());
            guard.require(caller, RosterPermission.DATASET_RESTRICT, before.target());
            if (before.dataset().restricted() == command.restricted()) {
                return before;
            }
            Dataset after =
                    before.dataset().withRestricted(command.restricted()).updatedAt(now.get());
            datasets.update(after);
            journal.write(
                    caller,
                    command.restricted() ? "dataset.restrict" : "dataset.unrestrict",
                    before.target(),
                    Changes.none().add("restricted", before.dataset().restricted(), after.restricted()));
            return new Datasets.Located(after, before.workspace());
        });
    }
}

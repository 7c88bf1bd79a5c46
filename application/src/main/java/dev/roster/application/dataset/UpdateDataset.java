package dev.roster.application.dataset;

import dev.roster.application.Change;
import dev.roster.application.Now;
import dev.roster.application.access.AccessGuard;
import dev.roster.application.access.Caller;
import dev.roster.application.audit.Changes;
import dev.roster.application.audit.Journal;
import dev.roster.application.port.Datasets;
import dev.roster.application.port.Transactions;
import dev.roster.domain.dataset.Dataset;
import dev.roster.domain.dataset.DatasetAccess;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.dataset.DatasetName;
import dev.roster.domain.role.RosterPermission;
import jakarta.inject.Inject;

/** Renames a dataset ({@code dataset:update}) or says whom it is open to ({@code dataset:assign}), all or nothing. */
public final class UpdateDataset {
    /** The fields to change. */
    public record Command(DatasetId dataset, Change<DatasetName> name, Change<DatasetAccess> access) {}

    private final Transactions transactions;
    private final AccessGuard guard;
    private final Datasets datasets;
    private final Journal journal;
    private final Now now;

    @Inject
    UpdateDataset(Transactions transactions, AccessGuard guard, Datasets datasets, Journal journal, Now now) {
        this.transactions = transactions;
        this.guard = guard;
        this.datasets = datasets;
        this.journal = journal;
        this.now = now;
    }

    public Datasets.Located handle(Caller caller, Command command) {
        return transactions.inTransaction(() -> {
            Datasets.Located before = datasets.get(command.dataset());
            if (command.name().isMade() || !command.access().isMade()) {
                guard.require(caller, RosterPermission.DATASET_UPDATE, before.target());
            }
            if (command.access().isMade()) {
                guard.require(caller, RosterPermission.DATASET_ASSIGN, before.target());
            }
            return update(caller, command, before);
        });
    }

    private Datasets.Located update(Caller caller, Command command, Datasets.Located located) {
        Dataset before = located.dataset();
        Dataset changed = before.withName(command.name().orElse(before.name()))
                .withAccess(command.access().orElse(before.access()));
        Changes changes = Changes.none()
                .add("name", before.name(), changed.name())
                .add("access", before.access().word(), changed.access().word());
        if (changes.isEmpty()) {
            return located;
        }
        Datasets.Located after = new Datasets.Located(changed.updatedAt(now.get()), located.workspace());
        datasets.update(after.dataset());
        journal.write(caller, "dataset.update", after.target(), changes);
        return after;
    }
}

package dev.roster.application.dataset;

import dev.roster.application.Change;
import dev.roster.application.access.Caller;
import dev.roster.application.port.Datasets;
import dev.roster.application.work.Changes;
import dev.roster.application.work.UnitOfWork;
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

    private final UnitOfWork work;
    private final Datasets datasets;

    @Inject
    UpdateDataset(UnitOfWork work, Datasets datasets) {
        this.work = work;
        this.datasets = datasets;
    }

    public Datasets.Located handle(Caller caller, Command command) {
        return work.inTransaction(() -> {
            Datasets.Located before = datasets.get(command.dataset());
            if (command.name().isMade() || !command.access().isMade()) {
                work.guard().require(caller, RosterPermission.DATASET_UPDATE, before.target());
            }
            if (command.access().isMade()) {
                work.guard().require(caller, RosterPermission.DATASET_ASSIGN, before.target());
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
        Datasets.Located after = new Datasets.Located(changed.updatedAt(work.now()), located.workspace());
        datasets.update(after.dataset());
        work.journal().write(caller, "dataset.update", after.target(), changes);
        return after;
    }
}

package dev.roster.application.dataset;

import dev.roster.application.access.Caller;
import dev.roster.application.port.Datasets;
import dev.roster.application.work.Changes;
import dev.roster.application.work.UnitOfWork;
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

    private final UnitOfWork work;
    private final Datasets datasets;

    @Inject
    RestrictDataset(UnitOfWork work, Datasets datasets) {
        this.work = work;
        this.datasets = datasets;
    }

    /** Does nothing to a dataset that is so already. */
    public Datasets.Located handle(Caller caller, Command command) {
        return work.inTransaction(() -> {
            Datasets.Located before = datasets.get(command.dataset());
            work.guard().require(caller, RosterPermission.DATASET_RESTRICT, before.target());
            if (before.dataset().restricted() == command.restricted()) {
                return before;
            }
            Dataset after =
                    before.dataset().withRestricted(command.restricted()).updatedAt(work.now());
            datasets.update(after);
            work.journal()
                    .write(
                            caller,
                            command.restricted() ? "dataset.restrict" : "dataset.unrestrict",
                            before.target(),
                            Changes.none().add("restricted", before.dataset().restricted(), after.restricted()));
            return new Datasets.Located(after, before.workspace());
        });
    }
}

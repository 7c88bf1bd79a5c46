package dev.roster.application.dataset;

import dev.roster.application.access.Caller;
import dev.roster.application.port.Datasets;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.workspace.WorkspaceId;
import jakarta.inject.Inject;
import java.util.function.Supplier;

/** Shows one dataset. */
public final class FindDataset {
    private final UnitOfWork work;
    private final Datasets datasets;

    @Inject
    FindDataset(UnitOfWork work, Datasets datasets) {
        this.work = work;
        this.datasets = datasets;
    }

    /** @throws RefusedException NOT_FOUND naming {@code dataset} */
    public Datasets.Located handle(Caller caller, DatasetId id) {
        return show(caller, () -> datasets.get(id));
    }

    /**
     * By number, with the answers that the id would get.
     *
     * @throws RefusedException NOT_FOUND naming {@code dataset}
     */
    public Datasets.Located byNumber(Caller caller, long number) {
        return show(
                caller,
                () -> datasets.findByNumber(number).orElseThrow(() -> RefusedException.notFound("dataset", number)));
    }

    /**
     * By number within an organization; what lies in others is not there.
     *
     * @throws RefusedException NOT_FOUND naming {@code dataset}
     */
    public Datasets.Located byNumber(Caller caller, OrganizationId within, long number) {
        return show(
                caller,
                () -> datasets.findByNumber(number)
                        .filter(located -> within.equals(located.target().organization()))
                        .orElseThrow(() -> RefusedException.notFound("dataset", number)));
    }

    /**
     * By name within a workspace, regardless of case.
     *
     * @throws RefusedException NOT_FOUND naming {@code dataset}, also if the caller may not see it
     */
    public Datasets.Located byName(Caller caller, WorkspaceId workspace, String name) {
        return work.reading(() -> datasets.findByName(workspace, NameKey.of(name))
                .filter(found -> work.guard().allows(caller, RosterPermission.DATASET_READ, found.target()))
                .orElseThrow(() -> RefusedException.notFound("dataset", name)));
    }

    private Datasets.Located show(Caller caller, Supplier<Datasets.Located> found) {
        return work.reading(() -> {
            Datasets.Located located = found.get();
            work.guard().require(caller, RosterPermission.DATASET_READ, located.target());
            return located;
        });
    }
}

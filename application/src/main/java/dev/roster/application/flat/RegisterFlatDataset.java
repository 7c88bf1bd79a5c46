package dev.roster.application.flat;

import dev.roster.application.access.Caller;
import dev.roster.application.dataset.RegisterDataset;
import dev.roster.application.port.Datasets;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.dataset.DatasetAccess;
import dev.roster.domain.dataset.DatasetName;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.workspace.Workspace;
import jakarta.inject.Inject;

/** Registers a dataset in the workspace that stands for an organization, which is created with the first one. */
public final class RegisterFlatDataset {
    /** @param workspace the title of the workspace */
    public record Command(OrganizationId organization, String workspace, DatasetName name) {}

    private final UnitOfWork work;
    private final FlatWorkspace flat;
    private final RegisterDataset registerDataset;

    @Inject
    RegisterFlatDataset(UnitOfWork work, FlatWorkspace flat, RegisterDataset registerDataset) {
        this.work = work;
        this.flat = flat;
        this.registerDataset = registerDataset;
    }

    /** @throws RefusedException CONFLICT naming {@code name} that is taken there */
    public Datasets.Located handle(Caller caller, Command command) {
        return work.inTransaction(() -> {
            Workspace workspace = flat.findOrCreate(caller, command.organization(), command.workspace());
            return registerDataset.handle(
                    caller, RegisterDataset.Command.of(workspace.id(), command.name(), DatasetAccess.WORKSPACE));
        });
    }
}

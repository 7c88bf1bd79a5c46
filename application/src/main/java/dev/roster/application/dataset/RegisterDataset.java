package dev.roster.application.dataset;

import dev.roster.application.access.Caller;
import dev.roster.application.port.Datasets;
import dev.roster.application.port.Users;
import dev.roster.application.port.Workspaces;
import dev.roster.application.work.Changes;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.access.Target;
import dev.roster.domain.dataset.Dataset;
import dev.roster.domain.dataset.DatasetAccess;
import dev.roster.domain.dataset.DatasetBuilder;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.dataset.DatasetName;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.UserId;
import dev.roster.domain.workspace.Workspace;
import dev.roster.domain.workspace.WorkspaceId;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.inject.Inject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Registers a dataset in a workspace. */
public final class RegisterDataset {
    /**
     * The dataset to register.
     *
     * @param id null for a new id
     * @param creator null for the caller; only owners can register for another user
     */
    @RecordBuilder
    public record Command(
            @Nullable DatasetId id,
            WorkspaceId workspace,
            DatasetName name,
            DatasetAccess access,
            @Nullable UserId creator)
            implements RegisterDatasetCommandBuilder.With {
        public static Command of(WorkspaceId workspace, DatasetName name, DatasetAccess access) {
            return RegisterDatasetCommandBuilder.builder()
                    .workspace(workspace)
                    .name(name)
                    .access(access)
                    .build();
        }
    }

    private final UnitOfWork work;
    private final Users users;
    private final Workspaces workspaces;
    private final Datasets datasets;

    @Inject
    RegisterDataset(UnitOfWork work, Users users, Workspaces workspaces, Datasets datasets) {
        this.work = work;
        this.users = users;
        this.workspaces = workspaces;
        this.datasets = datasets;
    }

    public Datasets.Located handle(Caller caller, Command command) {
        return work.inTransaction(() -> {
            Workspace workspace = workspaces.get(command.workspace());
            work.guard().require(caller, RosterPermission.DATASET_CREATE, Target.of(workspace));
            if (command.creator() != null) {
                work.guard().requireOwner(caller, "only owners register datasets in the name of others");
                users.get(command.creator());
            }
            Dataset dataset = datasets.add(draft(caller, command));
            Datasets.Located located = new Datasets.Located(dataset, workspace);
            work.journal()
                    .write(
                            caller,
                            "dataset.create",
                            located.target(),
                            Changes.none()
                                    .set("name", dataset.name())
                                    .set("access", dataset.access().word()));
            return located;
        });
    }

    private Dataset draft(Caller caller, Command command) {
        Instant at = work.now();
        DatasetId id = command.id() == null ? new DatasetId(work.nextId()) : command.id();
        UserId own = caller.user() == null ? null : caller.user().id();
        return DatasetBuilder.builder()
                .id(id)
                .workspace(command.workspace())
                .name(command.name())
                .access(command.access())
                .creator(command.creator() == null ? own : command.creator())
                .createdAt(at)
                .updatedAt(at)
                .build();
    }
}

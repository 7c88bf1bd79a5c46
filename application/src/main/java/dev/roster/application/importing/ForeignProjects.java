package dev.roster.application.importing;

import dev.roster.application.dataset.RegisterDataset;
import dev.roster.application.importing.ImportStep.Kind;
import dev.roster.application.port.Datasets;
import dev.roster.application.port.ForeignPlatform.Project;
import dev.roster.domain.dataset.DatasetAccess;
import dev.roster.domain.dataset.DatasetName;
import dev.roster.domain.user.UserId;
import dev.roster.domain.workspace.WorkspaceId;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Compares the projects there, which are datasets here, by their names in their workspace. */
final class ForeignProjects {
    private final Datasets datasets;
    private final RegisterDataset registerDataset;

    @Inject
    ForeignProjects(Datasets datasets, RegisterDataset registerDataset) {
        this.datasets = datasets;
        this.registerDataset = registerDataset;
    }

    void compare(List<Project> there, Brought brought) {
        there.forEach(project -> brought.add(Kind.DATASET, project.name(), () -> step(project, brought)));
    }

    private ImportStep step(Project project, Brought brought) {
        Counterpart<WorkspaceId> workspace = brought.workspace(project.team());
        DatasetName name = new DatasetName(project.name());
        if (!brought.isFirst(Kind.DATASET, project.team(), name.key())) {
            return ImportStep.leftOut(
                    Kind.DATASET,
                    project.name(),
                    "another one has that name there, regardless of case; rename one and import again");
        }
        return workspace
                .here()
                .flatMap(place -> datasets.findByName(place, name.key()))
                .map(here -> ImportStep.present(Kind.DATASET, project.name(), ""))
                .orElseGet(() -> creation(project, name, workspace, brought));
    }

    private ImportStep creation(
            Project project, DatasetName name, Counterpart<WorkspaceId> workspace, Brought brought) {
        Optional<Counterpart<UserId>> creator =
                project.creator() == null ? Optional.empty() : brought.findPerson(project.creator());
        ImportStep step = ImportStep.create(
                Kind.DATASET,
                project.name(),
                caller -> registerDataset.handle(
                        caller,
                        RegisterDataset.Command.of(workspace.get(), name, DatasetAccess.WORKSPACE)
                                .withCreator(creator.flatMap(Counterpart::here).orElse(null))));
        return creator.isEmpty() ? step.noting("without who created it") : step;
    }
}

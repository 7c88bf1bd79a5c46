package dev.roster.application.dataset;

import dev.roster.application.Change;
import dev.roster.application.access.Caller;
import dev.roster.application.access.PresentActors;
import dev.roster.application.port.Datasets;
import dev.roster.application.work.Changes;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.AccessPolicy;
import dev.roster.domain.access.Target;
import dev.roster.domain.dataset.Dataset;
import dev.roster.domain.dataset.DatasetAccess;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.dataset.DatasetName;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Renames a dataset ({@code dataset:update}), says whom it is open to ({@code dataset:assign}) or who counts as its creator
 * (both), all or nothing.
 */
public final class UpdateDataset {
    /**
     * The fields to change.
     *
     * @param creator a user who may read the dataset
     */
    public record Command(
            DatasetId dataset, Change<DatasetName> name, Change<DatasetAccess> access, Change<UserId> creator) {
        /** The creator stays. */
        public Command(DatasetId dataset, Change<DatasetName> name, Change<DatasetAccess> access) {
            this(dataset, name, access, Change.none());
        }

        private boolean takesAssign() {
            return access.isMade() || creator.isMade();
        }

        private boolean takesUpdate() {
            return name.isMade() || creator.isMade() || !access.isMade();
        }
    }

    private final UnitOfWork work;
    private final Datasets datasets;
    private final PresentActors actors;

    @Inject
    UpdateDataset(UnitOfWork work, Datasets datasets, PresentActors actors) {
        this.work = work;
        this.datasets = datasets;
        this.actors = actors;
    }

    /** @throws RefusedException INVALID naming {@code creator_id}, for who may not read the dataset or does not exist */
    public Datasets.Located handle(Caller caller, Command command) {
        return work.inLongTransaction(() -> {
            Datasets.Located before = datasets.get(command.dataset());
            if (command.takesUpdate()) {
                work.guard().require(caller, RosterPermission.DATASET_UPDATE, before.target());
            }
            if (command.takesAssign()) {
                work.guard().require(caller, RosterPermission.DATASET_ASSIGN, before.target());
            }
            return update(caller, command, before);
        });
    }

    /** In the same words for who does not exist: whoever may update a dataset need not know who has an account. */
    private void requireReader(UserId creator, Target dataset) {
        boolean reads = actors.find(creator, List.of(dataset))
                .filter(actor -> AccessPolicy.allows(actor, RosterPermission.DATASET_READ, dataset))
                .isPresent();
        if (!reads) {
            throw RefusedException.unfit(
                    "creator_id", "the creator must be an active user who may read the dataset, name another");
        }
    }

    private Datasets.Located update(Caller caller, Command command, Datasets.Located located) {
        Dataset before = located.dataset();
        Dataset changed = before.withName(command.name().orElse(before.name()))
                .withAccess(command.access().orElse(before.access()))
                .withCreator(command.creator().applyTo(before.creator()));
        UserId creator = changed.creator();
        if (creator != null && !creator.equals(before.creator())) {
            requireReader(creator, located.target());
        }
        Target open = new Datasets.Located(changed, located.workspace()).target();
        if (before.access() == DatasetAccess.ASSIGNED && changed.access() == DatasetAccess.WORKSPACE) {
            work.guard().requireToOpen(caller, located.target(), open);
        }
        Changes changes = Changes.none()
                .add("name", before.name(), changed.name())
                .add("access", before.access().word(), changed.access().word())
                .add("creator_id", before.creator(), creator);
        if (changes.isEmpty()) {
            return located;
        }
        Datasets.Located after = new Datasets.Located(changed.updatedAt(work.now()), located.workspace());
        datasets.update(after.dataset());
        work.journal().write(caller, "dataset.update", after.target(), changes);
        return after;
    }
}

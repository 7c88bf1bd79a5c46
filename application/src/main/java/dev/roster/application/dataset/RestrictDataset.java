package dev.roster.application.dataset;

import dev.roster.application.access.Caller;
import dev.roster.application.port.Datasets;
import dev.roster.application.work.Changes;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.UserText;
import dev.roster.domain.dataset.Dataset;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.dataset.Restriction;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.User;
import jakarta.inject.Inject;

/**
 * Restricts a dataset to managers, owners and grants on the dataset, or lifts the restriction, where no one gains more by that
 * than the caller holds on the dataset.
 */
public final class RestrictDataset {
    /** The dataset, and whether to restrict it. */
    public record Command(DatasetId dataset, boolean restricted) {}

    private final UnitOfWork work;
    private final Datasets datasets;

    @Inject
    RestrictDataset(UnitOfWork work, Datasets datasets) {
        this.work = work;
        this.datasets = datasets;
    }

    /**
     * Does not change a dataset that is already restricted: the time of the restriction and its author stay.
     *
     * @throws RefusedException NOT_FOUND naming {@code restriction} if there is none to lift
     */
    public Datasets.Located handle(Caller caller, Command command) {
        return work.inLongTransaction(() -> {
            Datasets.Located before = datasets.get(command.dataset());
            work.guard().require(caller, RosterPermission.DATASET_RESTRICT, before.target());
            boolean restricted = before.dataset().restricted();
            if (restricted && command.restricted()) {
                return before;
            }
            if (!restricted && !command.restricted()) {
                throw RefusedException.missing(
                        "restriction",
                        "the dataset " + UserText.quote(command.dataset().toString()) + " is not restricted");
            }
            Dataset after = before.dataset()
                    .withRestriction(command.restricted() ? restriction(caller) : null)
                    .updatedAt(work.now());
            Datasets.Located changed = new Datasets.Located(after, before.workspace());
            if (restricted) {
                work.guard().requireToOpen(caller, before.target(), changed.target());
            }
            datasets.update(after);
            work.journal()
                    .write(
                            caller,
                            command.restricted() ? "dataset.restrict" : "dataset.unrestrict",
                            before.target(),
                            Changes.none().add("restricted", restricted, after.restricted()));
            return changed;
        });
    }

    private Restriction restriction(Caller caller) {
        User user = caller.user();
        return new Restriction(work.now(), user == null ? null : user.id());
    }
}

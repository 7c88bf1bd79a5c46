package dev.roster.application.dataset;

import dev.roster.application.access.Caller;
import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Contributions;
import dev.roster.application.port.Datasets;
import dev.roster.application.port.Users;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.access.Target;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;

/** Lists contributions: to a dataset, for callers who manage it, or of a user, for that user and callers who may read users. */
public final class ListContributions {
    private final UnitOfWork work;
    private final Datasets datasets;
    private final Users users;
    private final Contributions contributions;

    @Inject
    ListContributions(UnitOfWork work, Datasets datasets, Users users, Contributions contributions) {
        this.work = work;
        this.datasets = datasets;
        this.users = users;
        this.contributions = contributions;
    }

    public Page<Contributions.Credited> toDataset(Caller caller, DatasetId id, PageRequest page) {
        return work.reading(() -> {
            work.guard()
                    .require(
                            caller,
                            RosterPermission.DATASET_UPDATE,
                            datasets.get(id).target());
            return contributions.byDataset(id, page);
        });
    }

    public Page<Contributions.Credited> byUser(Caller caller, UserId id, PageRequest page) {
        return work.reading(() -> {
            work.guard().require(caller, RosterPermission.USER_READ, Target.of(users.get(id)));
            return contributions.byUser(id, page);
        });
    }
}

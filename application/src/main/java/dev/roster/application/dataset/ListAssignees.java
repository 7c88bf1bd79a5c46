package dev.roster.application.dataset;

import dev.roster.application.access.Caller;
import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Assignments;
import dev.roster.application.port.Datasets;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.role.RosterPermission;
import jakarta.inject.Inject;

/** Lists who is assigned to a dataset, in order of assignment. */
public final class ListAssignees {
    private final UnitOfWork work;
    private final Datasets datasets;
    private final Assignments assignments;

    @Inject
    ListAssignees(UnitOfWork work, Datasets datasets, Assignments assignments) {
        this.work = work;
        this.datasets = datasets;
        this.assignments = assignments;
    }

    public Page<Assignments.Assignee> handle(Caller caller, DatasetId id, PageRequest page) {
        return work.reading(() -> {
            work.guard()
                    .require(
                            caller,
                            RosterPermission.DATASET_ASSIGN,
                            datasets.get(id).target());
            return assignments.assignees(id, page);
        });
    }
}

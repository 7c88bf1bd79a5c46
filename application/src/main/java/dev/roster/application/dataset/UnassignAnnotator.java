package dev.roster.application.dataset;

import dev.roster.application.access.Caller;
import dev.roster.application.port.Assignments;
import dev.roster.application.port.Datasets;
import dev.roster.application.port.Users;
import dev.roster.application.work.Changes;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;

/** Removes an assignment. The dataset stays closed, even if no assignment is left. */
public final class UnassignAnnotator {
    /** Whose assignment to what. */
    public record Command(DatasetId dataset, UserId user) {}

    private final UnitOfWork work;
    private final Datasets datasets;
    private final Users users;
    private final Assignments assignments;

    @Inject
    UnassignAnnotator(UnitOfWork work, Datasets datasets, Users users, Assignments assignments) {
        this.work = work;
        this.datasets = datasets;
        this.users = users;
        this.assignments = assignments;
    }

    /** @throws RefusedException NOT_FOUND naming {@code dataset}, {@code user} or {@code assignee} */
    public User handle(Caller caller, Command command) {
        return work.inTransaction(() -> {
            Datasets.Located located = datasets.get(command.dataset());
            work.guard().require(caller, RosterPermission.DATASET_ASSIGN, located.target());
            User user = users.get(command.user());
            work.guard().requireToTakeFrom(caller, RosterPermission.DATASET_ASSIGN, user);
            if (!assignments.remove(command.dataset(), command.user())) {
                throw RefusedException.notFound("assignee", user.username());
            }
            work.journal()
                    .write(
                            caller,
                            "dataset.unassign",
                            located.target(),
                            Changes.none().removeUser(user));
            return user;
        });
    }
}

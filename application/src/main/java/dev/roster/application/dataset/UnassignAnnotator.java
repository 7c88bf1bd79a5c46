package dev.roster.application.dataset;

import dev.roster.application.access.AccessGuard;
import dev.roster.application.access.Caller;
import dev.roster.application.audit.Changes;
import dev.roster.application.audit.Journal;
import dev.roster.application.port.Assignments;
import dev.roster.application.port.Datasets;
import dev.roster.application.port.Transactions;
import dev.roster.application.port.Users;
import dev.roster.domain.RefusedException;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;

/** Takes an assignment back. The dataset stays closed, also without any assignment left. */
public final class UnassignAnnotator {
    /** Whose assignment to what. */
    public record Command(DatasetId dataset, UserId user) {}

    private final Transactions transactions;
    private final AccessGuard guard;
    private final Datasets datasets;
    private final Users users;
    private final Assignments assignments;
    private final Journal journal;

    @Inject
    UnassignAnnotator(
            Transactions transactions,
            AccessGuard guard,
            Datasets datasets,
            Users users,
            Assignments assignments,
            Journal journal) {
        this.transactions = transactions;
        this.guard = guard;
        this.datasets = datasets;
        this.users = users;
        this.assignments = assignments;
        this.journal = journal;
    }

    /** @throws RefusedException NOT_FOUND naming {@code dataset}, {@code user} or {@code assignee} */
    public User handle(Caller caller, Command command) {
        return transactions.inTransaction(() -> {
            Datasets.Located located = datasets.get(command.dataset());
            guard.require(caller, RosterPermission.DATASET_ASSIGN, located.target());
            User user = users.get(command.user());
            guard.requireToTakeFrom(caller, RosterPermission.DATASET_ASSIGN, user);
            if (!assignments.remove(command.dataset(), command.user())) {
                throw RefusedException.notFound("assignee", user.username());
            }
            journal.write(
                    caller, "dataset.unassign", located.target(), Changes.none().removeUser(user));
            return user;
        });
    }
}

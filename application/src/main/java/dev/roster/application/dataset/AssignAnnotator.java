package dev.roster.application.dataset;

import dev.roster.application.access.Caller;
import dev.roster.application.access.EndedSecrets;
import dev.roster.application.access.KnownSecrets;
import dev.roster.application.port.Assignments;
import dev.roster.application.port.Datasets;
import dev.roster.application.port.Memberships;
import dev.roster.application.port.Users;
import dev.roster.application.work.Changes;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.dataset.Assignment;
import dev.roster.domain.dataset.Dataset;
import dev.roster.domain.dataset.DatasetAccess;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.membership.Place;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;

/** Assigns a member of the workspace to a dataset. The first assignment closes the dataset to annotators without one. */
public final class AssignAnnotator {
    /** Who is to annotate what. */
    public record Command(DatasetId dataset, UserId user) {}

    private final UnitOfWork work;
    private final Datasets datasets;
    private final Users users;
    private final Memberships memberships;
    private final Assignments assignments;
    private final KnownSecrets known;

    @Inject
    AssignAnnotator(
            UnitOfWork work,
            Datasets datasets,
            Users users,
            Memberships memberships,
            Assignments assignments,
            KnownSecrets known) {
        this.work = work;
        this.datasets = datasets;
        this.users = users;
        this.memberships = memberships;
        this.assignments = assignments;
        this.known = known;
    }

    /**
     * @throws RefusedException NOT_FOUND naming {@code dataset} or {@code user}; CONFLICT naming {@code user}, who is
     *     no member of the workspace or is assigned already
     */
    public Assignments.Assignee handle(Caller caller, Command command) {
        return work.inTransaction(() -> {
            Datasets.Located located = datasets.get(command.dataset());
            work.guard().require(caller, RosterPermission.DATASET_ASSIGN, located.target());
            User user = users.get(command.user());
            mustBeMember(user, located);
            work.guard().requireToAssign(caller, user, located.target());
            Assignment assignment = assignments
                    .add(new Assignment(0, command.dataset(), command.user(), work.now()))
                    .orElseThrow(() -> RefusedException.conflict(
                            "user", "`" + user.username() + "` is already assigned to this dataset"));
            EndedSecrets ended = known.afterGiving(user.id());
            close(located.dataset());
            work.journal()
                    .write(
                            caller,
                            "dataset.assign",
                            located.target(),
                            Changes.none()
                                    .addUser(user)
                                    .add("access", located.dataset().access().word(), DatasetAccess.ASSIGNED.word())
                                    .addEnded(ended));
            return new Assignments.Assignee(user, assignment);
        });
    }

    private void mustBeMember(User user, Datasets.Located located) {
        if (memberships.find(Place.of(located.workspace().id()), user.id()).isEmpty()) {
            throw RefusedException.conflict(
                    "user",
                    "`" + user.username() + "` is not a member of workspace `"
                            + located.workspace().shownName() + "`; add them first");
        }
    }

    private void close(Dataset dataset) {
        if (dataset.access() != DatasetAccess.ASSIGNED) {
            datasets.update(dataset.withAccess(DatasetAccess.ASSIGNED).updatedAt(work.now()));
        }
    }
}

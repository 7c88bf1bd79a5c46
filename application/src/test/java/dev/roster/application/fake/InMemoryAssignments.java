package dev.roster.application.fake;

import dev.roster.application.fake.Tables.Pair;
import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Assignments;
import dev.roster.domain.dataset.Assignment;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.membership.Place;
import dev.roster.domain.user.UserId;
import java.util.Optional;

/** Assignments in memory. */
final class InMemoryAssignments implements Assignments {
    private final InMemoryStore store;

    InMemoryAssignments(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Optional<Assignment> add(Assignment assignment) {
        Pair<DatasetId> key = new Pair<>(assignment.dataset(), assignment.user());
        return store.write(tables -> tables.assignments.has(key)
                ? Optional.empty()
                : Optional.of(tables.assignments.add(key, assignment::withNumber)));
    }

    @Override
    public boolean remove(DatasetId dataset, UserId user) {
        return store.write(tables -> tables.assignments.remove(new Pair<>(dataset, user)));
    }

    @Override
    public void removeAllOf(UserId user) {
        store.change(tables ->
                tables.assignments.removeIf(assignment -> assignment.user().equals(user)));
    }

    @Override
    public void removeAllOf(UserId user, Place place) {
        store.change(tables ->
                tables.assignments.removeIf(assignment -> assignment.user().equals(user)
                        && tables.datasets
                                .find(assignment.dataset())
                                .filter(dataset -> InMemoryWorkspaces.isIn(tables, dataset.workspace(), place))
                                .isPresent()));
    }

    @Override
    public Page<Assignee> assignees(DatasetId dataset, PageRequest page) {
        return store.read(tables -> Pages.of(
                tables.assignments.stream()
                        .filter(assignment -> assignment.dataset().equals(dataset))
                        .map(assignment -> new Assignee(
                                tables.users.find(assignment.user()).orElseThrow(), assignment)),
                page,
                assignee -> assignee.assignment().number()));
    }
}

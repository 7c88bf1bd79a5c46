package dev.roster.persistence.sql;

import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Assignments;
import dev.roster.domain.dataset.Assignment;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.membership.Place;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;

/** Which annotator is assigned to which dataset. */
final class SqlAssignments implements Assignments {
    static final String COLUMNS = """
            assignments.number AS assignment_number, assignments.dataset_id AS assignment_dataset_id,
            assignments.user_id AS assignment_user_id, assignments.assigned_at AS assignment_assigned_at
            """;

    /** To be filled by {@link #values}. */
    static final String INSERT = """
            INSERT INTO assignments (dataset_id, user_id, assigned_at)
            VALUES (:dataset, :user, :assignedAt)
            """;

    private static final String ASSIGNEES = "SELECT " + Rows.USER + ", " + COLUMNS + """
            FROM assignments
            JOIN users ON users.id = assignments.user_id
            JOIN roles AS account_roles ON account_roles.id = users.role_id
            WHERE assignments.dataset_id = :dataset AND assignments.number > :after
            ORDER BY assignments.number
            LIMIT :most
            """;

    private final Database database;

    @Inject
    SqlAssignments(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Assignment> add(Assignment assignment) {
        String sql = INSERT + " ON CONFLICT (user_id, dataset_id) DO NOTHING RETURNING number";
        return database.write(handle -> values(handle.createQuery(sql), assignment)
                .mapTo(Long.class)
                .findOne()
                .map(assignment::withNumber));
    }

    static <S extends SqlStatement<S>> S values(S statement, Assignment assignment) {
        return statement
                .bind("dataset", assignment.dataset())
                .bind("user", assignment.user())
                .bind("assignedAt", assignment.assignedAt());
    }

    @Override
    public boolean remove(DatasetId dataset, UserId user) {
        return database.sql("""
                        DELETE FROM assignments WHERE user_id = :user AND dataset_id = :dataset
                        """).with("user", user).with("dataset", dataset).changed();
    }

    @Override
    public void removeAllOf(UserId user) {
        database.sql("DELETE FROM assignments WHERE user_id = :user")
                .with("user", user)
                .change();
    }

    @Override
    public void removeAllOf(UserId user, Place place) {
        String within = switch (place.kind()) {
            case ORGANIZATION -> """
                    datasets
                    JOIN workspaces ON workspaces.id = datasets.workspace_id
                    WHERE datasets.id = assignments.dataset_id AND workspaces.organization_id = :place)
                    """;
            case WORKSPACE -> "datasets WHERE datasets.id = assignments.dataset_id AND datasets.workspace_id = :place)";
        };
        String sql = "DELETE FROM assignments WHERE user_id = :user AND EXISTS (SELECT 1 FROM " + within;
        database.sql(sql).with("user", user).with("place", place.id()).change();
    }

    @Override
    public Page<Assignee> assignees(DatasetId dataset, PageRequest page) {
        return database.sql(ASSIGNEES)
                .with("dataset", dataset)
                .page(
                        page,
                        row -> new Assignee(Rows.user(row), assignment(row)),
                        assignee -> assignee.assignment().number());
    }

    static Assignment assignment(ResultSet row) throws SQLException {
        return new Assignment(
                row.getLong("assignment_number"),
                new DatasetId(Rows.uuid(row, "assignment_dataset_id")),
                new UserId(Rows.uuid(row, "assignment_user_id")),
                Times.read(row, "assignment_assigned_at"));
    }
}

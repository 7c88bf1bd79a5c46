package dev.roster.persistence.sql;

import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Workspaces;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.workspace.Workspace;
import dev.roster.domain.workspace.WorkspaceId;
import jakarta.inject.Inject;
import java.util.Optional;

/** The workspaces. */
final class SqlWorkspaces implements Workspaces {
    /** The ids of the workspaces that {@link Workspaces.Filter#visibleTo} tells of, starting from the user's places. */
    static final String VISIBLE = """
            SELECT workspace_id FROM workspace_members WHERE user_id = :visitor
            UNION
            SELECT workspace_id FROM grants WHERE user_id = :visitor AND dataset_id IS NULL
            UNION
            SELECT below.id
            FROM organization_members
            JOIN roles ON roles.id = organization_members.role_id
            JOIN workspaces AS below ON below.organization_id = organization_members.organization_id
            WHERE organization_members.user_id = :visitor AND roles.reaches_workspaces
            """;

    private static final String SELECT = "SELECT " + Rows.WORKSPACE + " FROM workspaces ";
    private static final String NAME = "workspaces_name_key";
    private static final String SHOWN = "workspaces_organization_id_shown_key";

    private final Database database;

    @Inject
    SqlWorkspaces(Database database) {
        this.database = database;
    }

    @Override
    public Workspace add(Workspace workspace) {
        return database.write(
                handle -> workspace.withNumber(handle.createQuery("""
                                INSERT INTO workspaces (
                                    id, organization_id, name, name_key, title, shown_key, description,
                                    created_at, updated_at)
                                VALUES (
                                    :id, :organization, :name, :key, :title, :shown, :description,
                                    :createdAt, :updatedAt)
                                RETURNING number
                                """)
                        .bind("id", workspace.id())
                        .bind("organization", workspace.organization())
                        .bind("name", workspace.name())
                        .bind("key", workspace.name().key())
                        .bind("title", workspace.title())
                        .bind("shown", workspace.shownKey())
                        .bind("description", workspace.description())
                        .bind("createdAt", workspace.createdAt())
                        .bind("updatedAt", workspace.updatedAt())
                        .mapTo(Long.class)
                        .one()),
                Taken.id("workspaces", workspace.id()),
                Taken.name(NAME, workspace.name()),
                shown(workspace));
    }

    private static Taken shown(Workspace workspace) {
        return new Taken(
                SHOWN,
                workspace.shownField(),
                workspace.shownField() + " `" + workspace.shownName()
                        + "` is already the title or name of another workspace of the organization");
    }

    @Override
    public void update(Workspace workspace) {
        database.sql("""
                                UPDATE workspaces
                                SET organization_id = :organization, name = :name, name_key = :key, title = :title,
                                    shown_key = :shown, description = :description, updated_at = :updatedAt
                                WHERE id = :id
                                """)
                .with("id", workspace.id())
                .with("organization", workspace.organization())
                .with("name", workspace.name())
                .with("key", workspace.name().key())
                .with("title", workspace.title())
                .with("shown", workspace.shownKey())
                .with("description", workspace.description())
                .with("updatedAt", workspace.updatedAt())
                .change(Taken.name(NAME, workspace.name()), shown(workspace));
    }

    @Override
    public boolean remove(WorkspaceId id) {
        return database.sql("DELETE FROM workspaces WHERE id = :id")
                .with("id", id)
                .changed();
    }

    @Override
    public Contents contents(WorkspaceId id) {
        return database.read(handle -> handle.createQuery("""
                        SELECT
                            (SELECT count(*) FROM workspace_members WHERE workspace_id = :id) AS members,
                            (SELECT count(*)
                                FROM users
                                WHERE users.stay_workspace_id = :id AND users.status <> 'deleted') AS guests,
                            (SELECT count(*) FROM grants WHERE workspace_id = :id) AS grants,
                            (SELECT count(*) FROM datasets WHERE workspace_id = :id) AS datasets
                        """)
                .bind("id", id)
                .map((row, context) -> new Contents(
                        row.getLong("members"), row.getLong("guests"), row.getLong("grants"), row.getLong("datasets")))
                .one());
    }

    @Override
    public Optional<Workspace> find(WorkspaceId id) {
        return database.sql(SELECT + "WHERE workspaces.id = :id").with("id", id).one(Rows::workspace);
    }

    @Override
    public Optional<Workspace> findByNumber(long number) {
        return database.sql(SELECT + "WHERE workspaces.number = :number")
                .with("number", number)
                .one(Rows::workspace);
    }

    @Override
    public Optional<Workspace> findByName(NameKey name) {
        return database.sql(SELECT + "WHERE workspaces.name_key = :name")
                .with("name", name)
                .one(Rows::workspace);
    }

    @Override
    public Optional<Workspace> findByShownName(OrganizationId organization, NameKey shown) {
        return database.sql(SELECT + """
                        WHERE workspaces.organization_id = :organization AND workspaces.shown_key = :shown
                        """)
                .with("organization", organization)
                .with("shown", shown)
                .one(Rows::workspace);
    }

    @Override
    public Page<Workspace> list(Filter filter, PageRequest page) {
        Conditions conditions = new Conditions()
                .and("workspaces.number > :after", "after", page.after())
                .andIfSet("workspaces.organization_id = :organization", "organization", filter.organization())
                .andIfSet("workspaces.name_key LIKE :name" + Containing.ESCAPED, "name", Containing.part(filter.name()))
                .andIfSet(
                        "workspaces.shown_key LIKE :title" + Containing.ESCAPED,
                        "title",
                        Containing.part(filter.title()))
                .andIfSet("workspaces.id IN (" + VISIBLE + ")", "visitor", filter.visibleTo());
        String sql = SELECT + conditions.where() + " ORDER BY workspaces.number LIMIT :most";
        return database.sql(sql).with(conditions).page(page, Rows::workspace, Workspace::number);
    }
}

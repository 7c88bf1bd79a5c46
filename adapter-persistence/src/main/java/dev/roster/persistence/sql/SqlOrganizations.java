package dev.roster.persistence.sql;

import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Organizations;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The organizations. */
final class SqlOrganizations implements Organizations {
    private static final String SELECT = "SELECT " + Rows.ORGANIZATION + " FROM organizations ";
    private static final String NAME = "organizations_name_key";

    private final Database database;

    @Inject
    SqlOrganizations(Database database) {
        this.database = database;
    }

    @Override
    public Organization add(Organization organization) {
        return database.write(
                handle -> organization.withNumber(handle.createQuery("""
                                INSERT INTO organizations (id, name, name_key, description, created_at, updated_at)
                                VALUES (:id, :name, :key, :description, :createdAt, :updatedAt)
                                RETURNING number
                                """)
                        .bind("id", organization.id())
                        .bind("name", organization.name())
                        .bind("key", organization.name().key())
                        .bind("description", organization.description())
                        .bind("createdAt", organization.createdAt())
                        .bind("updatedAt", organization.updatedAt())
                        .mapTo(Long.class)
                        .one()),
                Taken.id("organizations", organization.id()),
                Taken.name(NAME, organization.name()));
    }

    @Override
    public void update(Organization organization) {
        database.sql("""
                                UPDATE organizations
                                SET name = :name, name_key = :key, description = :description, updated_at = :updatedAt
                                WHERE id = :id
                                """)
                .with("id", organization.id())
                .with("name", organization.name())
                .with("key", organization.name().key())
                .with("description", organization.description())
                .with("updatedAt", organization.updatedAt())
                .change(Taken.name(NAME, organization.name()));
    }

    @Override
    public Optional<Organization> find(OrganizationId id) {
        return database.sql(SELECT + "WHERE organizations.id = :id")
                .with("id", id)
                .one(Rows::organization);
    }

    @Override
    public Optional<Organization> findByNumber(long number) {
        return database.sql(SELECT + "WHERE organizations.number = :number")
                .with("number", number)
                .one(Rows::organization);
    }

    @Override
    public boolean remove(OrganizationId id) {
        return database.write(handle -> {
            handle.createUpdate("""
                            DELETE FROM datasets
                            WHERE workspace_id IN (SELECT id FROM workspaces WHERE organization_id = :id)
                            """).bind("id", id).execute();
            handle.createUpdate("DELETE FROM workspaces WHERE organization_id = :id")
                    .bind("id", id)
                    .execute();
            return handle.createUpdate("DELETE FROM organizations WHERE id = :id")
                            .bind("id", id)
                            .execute()
                    > 0;
        });
    }

    @Override
    public Contents contents(OrganizationId id) {
        return database.read(handle -> handle.createQuery("""
                        SELECT
                            (SELECT count(*) FROM organization_members WHERE organization_id = :id) AS members,
                            (SELECT count(*)
                                FROM workspaces
                                JOIN users ON users.stay_workspace_id = workspaces.id
                                WHERE workspaces.organization_id = :id AND users.status <> 'deleted') AS guests,
                            (SELECT count(*) FROM workspaces WHERE organization_id = :id) AS workspaces,
                            (SELECT count(*)
                                FROM datasets
                                JOIN workspaces ON workspaces.id = datasets.workspace_id
                                WHERE workspaces.organization_id = :id) AS datasets
                        """)
                .bind("id", id)
                .map((row, context) -> new Contents(
                        row.getLong("members"),
                        row.getLong("guests"),
                        row.getLong("workspaces"),
                        row.getLong("datasets")))
                .one());
    }

    @Override
    public Optional<Organization> findByName(NameKey name) {
        return database.sql(SELECT + "WHERE organizations.name_key = :name")
                .with("name", name)
                .one(Rows::organization);
    }

    @Override
    public Optional<Organization> findDefault() {
        return list(null, null, PageRequest.first(1)).items().stream().findFirst();
    }

    @Override
    public Page<Organization> list(@Nullable String name, @Nullable UserId member, PageRequest page) {
        Conditions conditions = new Conditions()
                .and("organizations.number > :after", "after", page.after())
                .andIfSet("organizations.name_key LIKE :name" + Containing.ESCAPED, "name", Containing.part(name))
                .andIfSet("""
                        organizations.id IN (
                            SELECT organization_id FROM organization_members WHERE user_id = :member)
                        """, "member", member);
        String sql = SELECT + conditions.where() + " ORDER BY organizations.number LIMIT :most";
        return database.sql(sql).with(conditions).page(page, Rows::organization, Organization::number);
    }
}

package dev.roster.persistence.sql;

import dev.roster.application.port.Memberships;
import dev.roster.domain.membership.Membership;
import dev.roster.domain.membership.MembershipId;
import dev.roster.domain.membership.Place;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.role.RoleRef;
import dev.roster.domain.user.UserId;
import dev.roster.domain.workspace.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jdbi.v3.core.statement.SqlStatement;

/** The tables of memberships, one for each kind of place. They differ in their name and in the column of the place. */
enum MemberTable {
    ORGANIZATIONS("organization_members", "organization_id"),
    WORKSPACES("workspace_members", "workspace_id");

    /** The number of a member, what they are called and are, in what {@link #people} and {@link #counted} take. */
    static final String NUMBER = "{members}.user_number";

    static final String NAME = "{members}.username_key";
    static final String KIND = "{members}.user_kind";

    private final String table;
    private final String column;

    /** To be filled by {@link #values(SqlStatement, Membership)}. */
    final String insert;

    /** The columns of a membership and of its role, to be read by {@link #membership}. */
    final String columns;

    /** What the columns come from. */
    final String withRoles;

    private final String withUsers;

    final String add;
    final String find;
    final String findAll;
    final String update;
    final String remove;
    final String removeAll;
    final String members;
    final String count;
    final String page;
    final String placesOf;

    /** Has the members know what a user is called and is by now, which is what they are sorted and counted by. */
    final String rename;

    MemberTable(String table, String column) {
        this.table = table;
        this.column = column;
        insert = sql("""
                INSERT INTO {members} (id, {place}, user_id, user_number, username_key, user_kind, role_id, joined_at)
                VALUES (
                    :id, :place, :user, (SELECT number FROM users WHERE id = :user),
                    (SELECT username_key FROM users WHERE id = :user), (SELECT kind FROM users WHERE id = :user),
                    :role, :joinedAt)
                """);
        columns = sql("""
                {members}.id AS member_id, {members}.number AS member_number, {members}.{place} AS member_place_id,
                {members}.user_id AS member_user_id, {members}.joined_at AS member_joined_at,
                own_roles.id AS own_role_id, own_roles.name AS own_role_name
                """);
        withRoles = sql("""
                 {members} LEFT JOIN roles AS own_roles ON own_roles.id = {members}.role_id
                """);
        add = insert + sql(" ON CONFLICT (user_id, {place}) DO NOTHING RETURNING number");
        find = "SELECT " + columns + " FROM " + withRoles + sql("""
                WHERE {members}.user_id = :user AND {members}.{place} = :place
                """);
        findAll = "SELECT " + columns + " FROM " + withRoles + sql("""
                WHERE {members}.user_id IN (<users>) AND {members}.{place} = :place
                """);
        update = sql("UPDATE {members} SET role_id = :role WHERE user_id = :user AND {place} = :place");
        remove = sql("DELETE FROM {members} WHERE user_id = :user AND {place} = :place");
        removeAll = sql("DELETE FROM {members} WHERE user_id = :user");
        withUsers = "SELECT " + Rows.USER + ", " + columns + " FROM " + withRoles + sql("""
                JOIN users ON users.id = {members}.user_id
                JOIN roles AS account_roles ON account_roles.id = users.role_id
                """);
        members = withUsers + sql("""
                WHERE {members}.{place} = :place AND {members}.number > :after
                ORDER BY {members}.number
                LIMIT :most
                """);
        count = sql("""
                SELECT count(*) FROM {members} WHERE {place} = :place AND user_kind IN (<kinds>)
                """);
        page = "SELECT " + columns + " FROM " + withRoles + sql("""
                WHERE {members}.number > :after ORDER BY {members}.number LIMIT :most
                """);
        rename = sql("""
                UPDATE {members} SET username_key = :usernameKey, user_kind = :kind
                WHERE user_id = :id AND (username_key <> :usernameKey OR user_kind <> :kind)
                """);
        placesOf = sql("SELECT {place} AS place_id FROM {members} WHERE user_id = :user");
    }

    static MemberTable of(Place.Kind kind) {
        return switch (kind) {
            case ORGANIZATION -> ORGANIZATIONS;
            case WORKSPACE -> WORKSPACES;
        };
    }

    static MemberTable of(Place place) {
        return of(place.kind());
    }

    /** Puts the names in. They are constants; values are bound. */
    private String sql(String template) {
        return template.replace("{members}", table).replace("{place}", column);
    }

    Membership membership(ResultSet row) throws SQLException {
        return new Membership(
                new MembershipId(Rows.uuid(row, "member_id")),
                row.getLong("member_number"),
                place(Rows.uuid(row, "member_place_id")),
                new UserId(Rows.uuid(row, "member_user_id")),
                Rows.ownRole(row),
                Times.read(row, "member_joined_at"));
    }

    static <S extends SqlStatement<S>> S values(S statement, Membership membership) {
        RoleRef role = membership.role();
        return statement
                .bind("id", membership.id())
                .bind("place", membership.place().id())
                .bind("user", membership.user())
                .bind("role", role == null ? null : role.id())
                .bind("joinedAt", membership.joinedAt());
    }

    /** A query of a numbered page. What comes before it is looked at in an index alone; whole rows are read for the page. */
    String numbered(Memberships.Order order, Dialect dialect) {
        return withUsers
                + sql("""
                WHERE {members}.number IN (
                    SELECT placed.number
                    FROM {members} AS placed
                    WHERE placed.{place} = :place AND placed.user_kind IN (<kinds>)
                    ORDER BY {placed}
                    LIMIT :most OFFSET :before)
                ORDER BY {ordered}
                """)
                        .replace("{placed}", columns(order, "placed", dialect))
                        .replace("{ordered}", columns(order, table, dialect));
    }

    private static String columns(Memberships.Order order, String members, Dialect dialect) {
        String number = members + ".user_number";
        return switch (order) {
            case USERNAME -> members + ".username_key" + dialect.byCodePoints() + ", " + number;
            case NUMBER -> number;
        };
    }

    /**
     * A query of the numbers of the first people in a place, in an order that its index has. It joins nothing, as an engine may
     * begin a join with the users.
     *
     * @param place the parameter of its id
     * @param alias of the query
     * @param where what is asked of the users
     * @param after what is asked of the members, and where the page begins, with {@link #NUMBER}, {@link #NAME} and {@link #KIND}
     * @param inOrder the end of the query, with the same
     */
    String people(String place, String alias, String where, String after, String inOrder) {
        return sql("SELECT user_number FROM (SELECT {members}.user_number FROM {members} WHERE {members}.{place} = "
                + place
                + after + " AND coalesce((SELECT TRUE FROM users" + (where.isEmpty() ? " WHERE " : where + " AND ")
                + "users.number = {members}.user_number), FALSE)" + inOrder + ") AS " + alias);
    }

    /** What members are counted from. */
    String counted(String place, String conditions) {
        return sql("{members} WHERE {members}.{place} = " + place + conditions);
    }

    /**
     * A query that finds TRUE where the user of the row is a member of one of the places, otherwise nothing.
     *
     * @param places the parameters of their ids
     */
    String isMember(String places) {
        return sql("SELECT TRUE FROM {members} WHERE {members}.user_id = users.id AND {members}.{place} IN (" + places
                + ") LIMIT 1");
    }

    /** A query of the numbers of all members of the places. */
    String numbers(String places) {
        return sql("SELECT {members}.user_number AS number FROM {members} WHERE {members}.{place} IN (" + places + ")");
    }

    Place place(UUID id) {
        return switch (this) {
            case ORGANIZATIONS -> Place.of(new OrganizationId(id));
            case WORKSPACES -> Place.of(new WorkspaceId(id));
        };
    }
}

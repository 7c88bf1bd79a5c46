package dev.roster.persistence.sql;

import dev.roster.application.paging.CountedPage;
import dev.roster.application.paging.NumberedQuery;
import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Memberships;
import dev.roster.application.port.UserOrder;
import dev.roster.domain.membership.Membership;
import dev.roster.domain.membership.Place;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.role.RoleRef;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserKind;
import dev.roster.domain.workspace.Workspace;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Who belongs to which organization and which workspace. */
final class SqlMemberships implements Memberships {
    private static final String WORKSPACES_OF_ONE = "SELECT "
            + String.join(", ", Rows.WORKSPACE, MemberTable.WORKSPACES.columns)
            + " FROM " + MemberTable.WORKSPACES.withRoles + """
            JOIN workspaces ON workspaces.id = workspace_members.workspace_id
            WHERE workspace_members.user_id = :user AND workspace_members.number > :after
            ORDER BY workspace_members.number
            LIMIT :most
            """;

    private final Database database;

    @Inject
    SqlMemberships(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Membership> add(Membership membership) {
        MemberTable table = MemberTable.of(membership.place());
        return database.write(handle -> MemberTable.values(handle.createQuery(table.add), membership)
                .mapTo(Long.class)
                .findOne()
                .map(membership::withNumber));
    }

    @Override
    public Optional<Membership> find(Place place, UserId user) {
        MemberTable table = MemberTable.of(place);
        return database.sql(table.find)
                .with("place", place.id())
                .with("user", user)
                .one(table::membership);
    }

    @Override
    public Map<UserId, Membership> findAll(Place place, Set<UserId> users) {
        if (users.isEmpty()) {
            return Map.of();
        }
        MemberTable table = MemberTable.of(place);
        return database.read(handle -> handle.createQuery(table.findAll)
                .bind("place", place.id())
                .bindList("users", List.copyOf(users))
                .map((row, context) -> table.membership(row))
                .collect(Collectors.toMap(Membership::user, Function.identity())));
    }

    @Override
    public boolean update(Membership membership) {
        RoleRef role = membership.role();
        return database.sql(MemberTable.of(membership.place()).update)
                .with("role", role == null ? null : role.id())
                .with("user", membership.user())
                .with("place", membership.place().id())
                .changed();
    }

    @Override
    public boolean remove(Place place, UserId user) {
        return database.sql(MemberTable.of(place).remove)
                .with("user", user)
                .with("place", place.id())
                .changed();
    }

    @Override
    public void removeAllOf(UserId user) {
        database.write(handle ->
                removeAll(handle, MemberTable.WORKSPACES, user) + removeAll(handle, MemberTable.ORGANIZATIONS, user));
    }

    private static int removeAll(Handle handle, MemberTable table, UserId user) {
        return handle.createUpdate(table.removeAll).bind("user", user).execute();
    }

    @Override
    public void removeAllOf(UserId user, OrganizationId organization) {
        database.sql("""
                        DELETE FROM workspace_members
                        WHERE user_id = :user AND EXISTS (
                            SELECT 1 FROM workspaces
                            WHERE workspaces.id = workspace_members.workspace_id
                                AND workspaces.organization_id = :organization)
                        """).with("user", user).with("organization", organization).change();
    }

    @Override
    public Page<Member> members(Place place, PageRequest page) {
        MemberTable table = MemberTable.of(place);
        return database.sql(table.members)
                .with("place", place.id())
                .page(
                        page,
                        row -> member(table, row),
                        member -> member.membership().number());
    }

    private static Member member(MemberTable table, ResultSet row) throws SQLException {
        return new Member(Rows.user(row), table.membership(row));
    }

    @Override
    public CountedPage<Member> members(Place place, Set<UserKind> kinds, Order order, NumberedQuery query) {
        MemberTable table = MemberTable.of(place);
        List<String> words = (kinds.isEmpty() ? EnumSet.allOf(UserKind.class) : kinds)
                .stream().map(UserKind::word).toList();
        return database.reading(() -> {
            long count = database.read(handle -> handle.createQuery(table.count)
                    .bind("place", place.id())
                    .bindList("kinds", words)
                    .mapTo(Long.class)
                    .one());
            List<Member> items = query.before() >= count ? List.of() : numbered(table, place, words, order, query);
            return new CountedPage<>(items, count);
        });
    }

    private List<Member> numbered(
            MemberTable table, Place place, List<String> kinds, Order order, NumberedQuery query) {
        return database.read(handle -> handle.createQuery(table.numbered(order, database.dialect()))
                .bind("place", place.id())
                .bindList("kinds", kinds)
                .bind("before", query.before())
                .bind("most", query.most())
                .map((row, context) -> member(table, row))
                .list());
    }

    @Override
    public CountedPage<User> people(OrganizationId organization, PeopleFilter filter, NumberedQuery query) {
        UserSelection selection = new UserSelection(database.dialect(), UserOrder.USERNAME)
                .in(Set.of(Place.of(organization)))
                .ofKind(UserKind.PERSON)
                .withText(filter.text())
                .standing(organization, filter.standings());
        return database.reading(() -> database.read(handle -> {
            long count = selection.count(handle);
            List<User> items = query.before() >= count ? List.of() : people(handle, selection, query);
            return new CountedPage<>(items, count);
        }));
    }

    private static List<User> people(Handle handle, UserSelection selection, NumberedQuery query) {
        Conditions conditions = selection.page(handle, PageRequest.first());
        String sql = "SELECT " + Rows.USER + " FROM " + Rows.USERS + conditions.where() + selection.numbered();
        return selection
                .query(handle, sql, conditions)
                .bind("before", query.before())
                .bind("size", query.most())
                .bind("most", query.before() + query.most())
                .map((row, context) -> Rows.user(row))
                .list();
    }

    @Override
    public Page<Joined> workspacesOf(UserId user, PageRequest page) {
        return database.sql(WORKSPACES_OF_ONE)
                .with("user", user)
                .page(
                        page,
                        row -> new Joined(Rows.workspace(row), MemberTable.WORKSPACES.membership(row)),
                        joined -> joined.membership().number());
    }

    @Override
    public Map<UserId, List<Workspace>> workspacesOf(Set<UserId> users) {
        if (users.isEmpty()) {
            return Map.of();
        }
        String sql = "SELECT " + Rows.WORKSPACE + """
                , workspace_members.user_id AS member_user_id
                FROM workspace_members
                JOIN workspaces ON workspaces.id = workspace_members.workspace_id
                WHERE workspace_members.user_id IN (<users>)
                ORDER BY workspace_members.number
                """;
        return database.read(handle -> handle.createQuery(sql)
                .bindList("users", List.copyOf(users))
                .reduceResultSet(new HashMap<UserId, List<Workspace>>(), (found, row, context) -> {
                    found.computeIfAbsent(new UserId(Rows.uuid(row, "member_user_id")), user -> new ArrayList<>())
                            .add(Rows.workspace(row));
                    return found;
                }));
    }
}

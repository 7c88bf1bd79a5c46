package dev.roster.persistence.sql;

import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Actors;
import dev.roster.domain.access.Actor;
import dev.roster.domain.access.Target;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserStatus;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Users as the policy sees them: one query for the accounts, one for those who made them where they are service
 * accounts, and one for all that all of them hold.
 */
final class SqlActors implements Actors {
    private static final String ACCOUNTS = "SELECT " + Rows.ROLE + """
            , users.number AS user_number, users.id AS user_id, users.username AS user_username,
            users.status AS user_status, users.stay_until AS user_stay_until, users.maker_id AS user_maker_id
            FROM users
            JOIN roles ON roles.id = users.role_id
            """;

    /**
     * Like the ones that follow, gives the numbers of some users who might be allowed something. Few hold such a role, so the
     * index of roles is wanted: expressions keep the one of the status, which has nearly everyone, and that of the number, which
     * has everyone, out of the choice.
     */
    private static final String BY_ROLE = """
            SELECT users.number + 0 AS number
            FROM users
            WHERE users.role_id IN (<roles>) AND users.status || '' = 'active' AND users.number + 0 > :after
            """;

    /** Asked for first, as PostgreSQL may begin a join with all the users. */
    private static final String INSTANCE_WIDE = "SELECT id FROM roles WHERE id = :owner OR instance_wide";

    /** No join, which the engines may begin with all the users who are active. */
    private static final String ACTIVE = "(SELECT users.status FROM users WHERE users.id = %s.user_id) = 'active'";

    private static final String ACTIVE_IN_WORKSPACE = ACTIVE.formatted("workspace_members");
    private static final String ACTIVE_IN_ORGANIZATION = ACTIVE.formatted("organization_members");

    /** Ends where a page is full, in the order of the index. */
    private static final String BY_WORKSPACE = """
            SELECT number
            FROM (SELECT workspace_members.user_number AS number
                FROM workspace_members
                WHERE workspace_members.workspace_id = :workspace AND workspace_members.user_number > :after
                    AND %s
                ORDER BY workspace_members.user_number
                LIMIT :most) AS by_workspace
            """.formatted(ACTIVE_IN_WORKSPACE);

    private static final String BY_ORGANIZATION = """
            SELECT number
            FROM (SELECT organization_members.user_number AS number
                FROM organization_members
                WHERE organization_members.organization_id = :organization AND organization_members.user_number > :after
                    AND %s
                ORDER BY organization_members.user_number
                LIMIT :most) AS by_organization
            """.formatted(ACTIVE_IN_ORGANIZATION);

    /**
     * Only who holds a role in the organization that reaches what is in it: everyone is a member of the default organization,
     * most of them without a role. SQLite joins in the order of the words, so it begins with the roles.
     */
    private static final String BY_ORGANIZATION_ROLE = """
            SELECT number
            FROM (SELECT organization_members.user_number AS number
                FROM roles
                CROSS JOIN organization_members
                WHERE roles.reaches_workspaces AND organization_members.role_id = roles.id
                    AND organization_members.organization_id = :organization
                    AND organization_members.user_number + 0 > :after
                    AND %s
                ORDER BY organization_members.user_number + 0
                LIMIT :most) AS by_organization_role
            """.formatted(ACTIVE_IN_ORGANIZATION);

    private static final String BY_GRANT = """
            SELECT number
            FROM (SELECT
                    (SELECT users.number FROM users WHERE users.id = grants.user_id AND users.status = 'active') AS number
                FROM grants
                WHERE grants.place_id IN (:workspace, :dataset)) AS by_grant
            WHERE number > :after
            """;

    private static final String BY_BEING = """
            SELECT users.number
            FROM users
            WHERE users.id = :user AND users.status = 'active' AND users.number > :after
            """;

    /** The places of some users by kind and number: as many rows as these users hold things, whoever else there is. */
    private static final String FOOTHOLDS = """
            SELECT 1 AS rank, organizations.number, organizations.id
            FROM organization_members
            JOIN organizations ON organizations.id = organization_members.organization_id
            WHERE organization_members.user_id IN (<users>)
            UNION
            SELECT 2, workspaces.number, workspaces.id
            FROM workspace_members
            JOIN workspaces ON workspaces.id = workspace_members.workspace_id
            WHERE workspace_members.user_id IN (<users>)
            UNION
            SELECT 2, workspaces.number, workspaces.id
            FROM grants
            JOIN workspaces ON workspaces.id = grants.workspace_id
            WHERE grants.user_id IN (<users>) AND grants.dataset_id IS NULL
            UNION
            SELECT 3, datasets.number, datasets.id
            FROM grants
            JOIN datasets ON datasets.id = grants.dataset_id
            WHERE grants.user_id IN (<users>)
            """;

    private static final String ASSIGNED = """
            UNION
            SELECT 3, datasets.number, datasets.id
            FROM assignments
            JOIN datasets ON datasets.id = assignments.dataset_id
            WHERE assignments.user_id IN (<users>)
            """;

    private final Database database;

    @Inject
    SqlActors(Database database) {
        this.database = database;
    }

    /** A user before their places are known. */
    private record Account(long number, UserId id, @Nullable UserId maker, Actor.Builder builder) {}

    @Override
    public Optional<Actor> find(UserId user, Collection<Target> targets) {
        return find(user, Holdings.around(targets));
    }

    @Override
    public Optional<Actor> findWhole(UserId user) {
        return find(user, Holdings.everywhere());
    }

    @Override
    public Map<UserId, Actor> findWhole(Set<UserId> users) {
        return database.reading(() ->
                actors(accounts("users.id IN (<ids>) AND users.status <> 'deleted'", users), Holdings.everywhere())
                        .stream()
                        .map(Numbered::actor)
                        .collect(Collectors.toMap(Actor::id, Function.identity())));
    }

    private Optional<Actor> find(UserId user, Holdings holdings) {
        return database.reading(() -> {
            List<Account> accounts = database.sql(ACCOUNTS + "WHERE users.id = :user AND users.status <> 'deleted'")
                    .with("user", user)
                    .all(SqlActors::account);
            return actors(accounts, holdings).stream().map(Numbered::actor).findFirst();
        });
    }

    @Override
    public Page<Foothold> footholds(Set<UserId> users, boolean assigned, PageRequest page) {
        String sql = "SELECT rank, number, id FROM (" + FOOTHOLDS + (assigned ? ASSIGNED : "")
                + ") AS footholds WHERE rank > :rank OR (rank = :rank AND number > :number)"
                + " ORDER BY rank, number LIMIT :most";
        List<Foothold> found = database.sql(sql)
                .within("users", users)
                .with("rank", Foothold.rank(page.after()))
                .with("number", Foothold.number(page.after()))
                .with("most", page.limit() + 1)
                .all(SqlActors::foothold);
        return Page.of(found, page, Foothold::order);
    }

    private static Foothold foothold(ResultSet row) throws SQLException {
        Target.Kind kind = switch (row.getInt("rank")) {
            case 1 -> Target.Kind.ORGANIZATION;
            case 2 -> Target.Kind.WORKSPACE;
            default -> Target.Kind.DATASET;
        };
        return new Foothold(new Target.Ref(kind, Rows.uuid(row, "id")), row.getLong("number"));
    }

    @Override
    public Page<Numbered> near(Target target, PageRequest page) {
        return database.reading(() -> {
            List<Long> numbers = candidates(target, page);
            Page<Long> wanted = Page.of(numbers, page, Long::longValue);
            List<Numbered> actors =
                    actors(accounts("users.number IN (<ids>)", wanted.items()), Holdings.around(Set.of(target)));
            return new Page<>(actors, wanted.next());
        });
    }

    private List<Long> candidates(Target target, PageRequest page) {
        String sql = "SELECT number FROM (" + String.join(" UNION ", reasons(target))
                + ") AS candidates ORDER BY number LIMIT :most";
        List<String> roles = database.read(handle -> handle.createQuery(INSTANCE_WIDE)
                .bind("owner", PredefinedRole.OWNER.id())
                .mapTo(String.class)
                .list());
        return database.read(handle -> handle.createQuery(sql)
                .bindList("roles", roles)
                .bind("organization", target.organization())
                .bind("workspace", target.workspace())
                .bind("dataset", target.dataset())
                .bind("user", target.id())
                .bind("after", page.after())
                .bind("most", page.limit() + 1)
                .mapTo(Long.class)
                .list());
    }

    private static List<String> reasons(Target target) {
        return switch (target.kind()) {
            case INSTANCE, ROLE -> List.of(BY_ROLE);
            case USER -> List.of(BY_ROLE, BY_BEING);
            case ORGANIZATION -> List.of(BY_ROLE, BY_ORGANIZATION);
            case WORKSPACE, DATASET -> List.of(BY_ROLE, BY_ORGANIZATION_ROLE, BY_WORKSPACE, BY_GRANT);
        };
    }

    private List<Account> accounts(String condition, Collection<?> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return database.sql(ACCOUNTS + "WHERE " + condition + " ORDER BY users.number")
                .within("ids", ids)
                .all(SqlActors::account);
    }

    private static Account account(ResultSet row) throws SQLException {
        UserId id = new UserId(Rows.uuid(row, "user_id"));
        return new Account(
                row.getLong("user_number"),
                id,
                Rows.optional(row, "user_maker_id", maker -> new UserId(UUID.fromString(maker))),
                Actor.named(
                                id,
                                row.getString("user_username"),
                                UserStatus.parse(row.getString("user_status")),
                                Rows.role(row))
                        .until(Times.readOptional(row, "user_stay_until")));
    }

    private List<Numbered> actors(List<Account> accounts, Holdings holdings) {
        Map<UserId, Account> known = withMakers(accounts);
        Map<UserId, Actor.Builder> builders = new LinkedHashMap<>();
        known.forEach((id, account) -> builders.put(id, account.builder()));
        if (!builders.isEmpty() && !holdings.areNone()) {
            database.read(handle -> holdings.addTo(builders, handle));
        }
        return accounts.stream()
                .map(account -> new Numbered(account.number(), actor(account, known)))
                .toList();
    }

    /** Makers come whatever their status: one who is gone must not set what they made free. */
    private Map<UserId, Account> withMakers(List<Account> accounts) {
        Map<UserId, Account> known = new LinkedHashMap<>();
        List<Account> latest = accounts;
        while (!latest.isEmpty()) {
            latest.forEach(account -> known.put(account.id(), account));
            Set<UserId> makers = latest.stream()
                    .map(Account::maker)
                    .filter(Objects::nonNull)
                    .filter(maker -> !known.containsKey(maker))
                    .collect(Collectors.toSet());
            latest = accounts("users.id IN (<ids>)", makers);
        }
        return known;
    }

    private static Actor actor(Account account, Map<UserId, Account> known) {
        if (account.maker() != null) {
            account.builder().madeBy(actor(Objects.requireNonNull(known.get(account.maker())), known));
        }
        return account.builder().build();
    }
}

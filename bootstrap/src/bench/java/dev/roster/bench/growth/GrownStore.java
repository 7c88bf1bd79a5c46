package dev.roster.bench.growth;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Puts people, places and events into a store that Roster made, past Roster. The statements are the same for both engines.
 *
 * <p>Half of the people are members of one workspace, every twentieth is of a second one and nine of a third; all are
 * members of the default organization. One in a hundred is deactivated, one in a hundred deleted, and one in two hundred is
 * a service account. Each has three events: an owner created them, they logged in, they changed their profile.
 */
final class GrownStore {
    static final UUID LARGE = workspace(1);
    static final UUID MIDDLE = workspace(2);
    static final UUID SMALL = workspace(3);
    static final UUID DATASET = UUID.fromString("00000000-0000-7000-8002-000000000001");
    /** Who created everyone. */
    static final UUID CREATOR = person(1);

    /** Now, as Roster's own first events are the first of all. */
    private static final long BEGINNING = TimeUnit.MILLISECONDS.toMicros(System.currentTimeMillis());

    private static final long STEP = 1_000_000;
    private static final String PERSON = "'00000000-0000-7000-8000-' || substr('' || (1000000000000 + n), 2)";
    private static final String MEMBER = "'00000000-0000-7000-%d-' || substr('' || (1000000000000 + n), 2)";

    private final Connection connection;
    private final int people;

    GrownStore(Connection connection, int people) {
        this.connection = connection;
        this.people = people;
    }

    private static UUID workspace(int number) {
        return UUID.fromString("00000000-0000-7000-8001-00000000000" + number);
    }

    private static UUID person(int number) {
        return UUID.fromString("00000000-0000-7000-8000-00000000000" + number);
    }

    /** In microseconds, the time of the first event of the person with that number. */
    static long at(long person) {
        return BEGINNING + person * 3 * STEP;
    }

    void fill() throws SQLException {
        connection.setAutoCommit(false);
        users();
        places();
        members();
        events();
        connection.commit();
        connection.setAutoCommit(true);
    }

    private void users() throws SQLException {
        forEach("""
                INSERT INTO users (
                    id, kind, username, username_key, first_name, role_id, status, created_at, updated_at, search_key)
                """, PERSON + """
                , CASE WHEN n % 200 = 7 THEN 'service' ELSE 'person' END, 'person-' || n, 'person-' || n, 'Loaded',
                '00000000-0000-8000-8000-00000000000' || CASE WHEN n = 1 THEN 1 WHEN n % 1000 = 5 THEN 2 ELSE 5 END,
                CASE WHEN n % 100 = 11 THEN 'deactivated' WHEN n % 100 = 12 THEN 'deleted' ELSE 'active' END,
                """ + BEGINNING + " + n, " + BEGINNING + " + n, 'person-' || n || '\nloaded'");
        forEach("INSERT INTO logins (name_key, user_id)", "'person-' || n, " + PERSON);
    }

    private void places() throws SQLException {
        run("""
                INSERT INTO workspaces (id, organization_id, name, name_key, shown_key, created_at, updated_at)
                SELECT '00000000-0000-7000-8001-00000000000' || n, organizations.id, 'place-' || n, 'place-' || n, 'place-' || n, 0, 0
                FROM organizations, (SELECT 1 AS n UNION SELECT 2 UNION SELECT 3) AS places
                """);
        run("""
                INSERT INTO datasets (
                    id, workspace_id, name, name_key, access, created_at, updated_at)
                VALUES ('%s', '%s', 'dataset', 'dataset', 'workspace', 0, 0)
                """.formatted(DATASET, LARGE));
    }

    private void members() throws SQLException {
        members("organization_members", "organization_id", "(SELECT id FROM organizations)", 8100, "1 = 1");
        members("workspace_members", "workspace_id", "'" + LARGE + "'", 8101, "n % 2 = 1");
        members("workspace_members", "workspace_id", "'" + MIDDLE + "'", 8102, "n % 20 = 0");
        members("workspace_members", "workspace_id", "'" + SMALL + "'", 8103, "n > " + (people - 9));
    }

    private void members(String table, String column, String place, int series, String condition) throws SQLException {
        forEach(
                "INSERT INTO " + table + " (id, " + column
                        + ", user_id, user_number, username_key, user_kind, joined_at)",
                MEMBER.formatted(series) + ", " + place + ", " + PERSON + ", (SELECT number FROM users WHERE id = "
                        + PERSON + "), 'person-' || n, CASE WHEN n % 200 = 7 THEN 'service' ELSE 'person' END, 0",
                condition + " AND n % 100 <> 12");
    }

    /** The numbers of the events are like those of their people, three for each. */
    private void events() throws SQLException {
        String created = "'" + CREATOR + "', 'person-1', 'user.', 'user.create'";
        events(0, created);
        events(1, PERSON + ", 'person-' || n, 'session.', 'session.create'");
        events(2, PERSON + ", 'person-' || n, 'profile.', 'profile.update'");
    }

    private void events(int which, String what) throws SQLException {
        String number = "1000 + n * 3 + " + which;
        forEach(
                """
                INSERT INTO audit_events (
                    actor_id, actor_name, action_kind, action, number, id, at, door, subject_kind, subject_id,
                    subject_name, changes)
                """,
                what + ", " + number + ", '00000000-0000-7000-820" + which
                        + "-' || substr('' || (1000000000000 + n), 2), " + BEGINNING + " + (n * 3 + " + which
                        + ") * CAST(" + STEP
                        + " AS BIGINT), 'http', 'user', " + PERSON + ", 'person-' || n, '{}'");
    }

    private void forEach(String insert, String values) throws SQLException {
        forEach(insert, values, "1 = 1");
    }

    private void forEach(String insert, String values, String condition) throws SQLException {
        run(insert + " WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < " + people
                + ") SELECT " + values + " FROM numbers WHERE " + condition);
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    /** What the engine does by itself sooner or later. */
    void settle(String... statements) throws SQLException {
        for (String sql : statements) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }

    UUID organization() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT id FROM organizations")) {
            found.next();
            return UUID.fromString(found.getString(1));
        }
    }
}

package dev.roster.persistence.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.given.Given;
import dev.roster.application.given.Ports;
import dev.roster.application.paging.NumberedQuery;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.AuditTrail;
import dev.roster.application.port.Memberships;
import dev.roster.application.port.Memberships.Standings;
import dev.roster.application.port.People;
import dev.roster.application.port.UserFilter;
import dev.roster.application.port.UserOrder;
import dev.roster.domain.access.Target;
import dev.roster.domain.membership.MemberStanding.Kind;
import dev.roster.domain.membership.Place;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserKind;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.workspace.Workspace;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.ProgressHandler;

/**
 * Whatever is asked costs what its page costs, however many people there are. The cost is what SQLite counts, its own steps, so
 * a sort, a list of all the ids or a walk along a large slice of an index shows, and the speed of the machine does not.
 */
class SqliteGrowthTest {
    private static final int MANY = 20_000;
    private static final int FEW = 2_000;
    private static final double MOST_GROWTH = 1.5;
    /** What is too little to be a growth. */
    private static final int MOST_OF_ANY = 300;

    private static final PageRequest PAGE = PageRequest.first(100);
    private static final UserId CREATOR = user(1);
    private static final UserId ANOTHER = user(2);

    @TempDir
    private Path directory;

    private final OpenStores stores = new OpenStores();

    @AfterEach
    void close() {
        stores.close();
    }

    /** Counts hundreds of steps of the statements that run with it. */
    private static final class Steps extends ProgressHandler implements SqlLogger {
        private static final int HUNDRED = 100;
        private int hundreds;

        @Override
        protected int progress() {
            hundreds++;
            return 0;
        }

        @Override
        public void logBeforeExecution(StatementContext context) {
            try {
                setHandler(context.getConnection(), HUNDRED, this);
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        }
    }

    @Test
    void answersCostTheSameWhereThereAreMorePeople() throws SQLException {
        Map<String, Integer> few = costs(FEW);
        Map<String, Integer> many = costs(MANY);

        List<String> grown = new ArrayList<>();
        many.forEach((question, cost) -> {
            int before = few.getOrDefault(question, 0);
            if (cost > Math.max(MOST_OF_ANY, before * MOST_GROWTH)) {
                grown.add(question + ": " + before + " with few people, " + cost + " with many");
            }
        });
        assertThat(grown).isEmpty();
    }

    private Map<String, Integer> costs(int people) throws SQLException {
        Path file = directory.resolve(people + ".db");
        Steps steps = new Steps();
        Ports ports = stores.open(StoreAddress.file(file), steps);
        Given given = new Given(ports);
        Workspace large = given.workspace("large");
        Workspace middle = given.workspace("middle");
        Workspace small = given.workspace("small");
        fill(file, people, large, middle, small);
        Map<String, Integer> costs = new LinkedHashMap<>();
        questions(large, middle, small).forEach((name, question) -> {
            steps.hundreds = 0;
            question.accept(ports);
            costs.put(name, steps.hundreds);
        });
        return costs;
    }

    /** Half of the people are in the large workspace, a twentieth in the middle one, ten in the small one. */
    private static void fill(Path file, int people, Workspace large, Workspace middle, Workspace small)
            throws SQLException {
        String id = "'00000000-0000-7000-8000-' || substr('' || (1000000000000 + n), 2)";
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            Consumer<String> run = sql -> run(
                    statement,
                    sql.replace("{id}", id)
                            .replace(
                                    "{numbers}",
                                    "(WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < "
                                            + people + ") SELECT n FROM numbers)"));
            run.accept("""
                    INSERT INTO users (
                        id, kind, username, username_key, first_name, role_id, status, created_at, updated_at, search_key)
                    SELECT {id}, CASE WHEN n % 200 = 7 THEN 'service' ELSE 'person' END, 'person-' || n, 'person-' || n,
                        'Loaded', '00000000-0000-8000-8000-00000000000' || CASE WHEN n % 1000 = 5 THEN 2 ELSE 5 END,
                        CASE WHEN n % 100 = 12 THEN 'deactivated' ELSE 'active' END, n, n, 'person-' || n
                    FROM {numbers}
                    """);
            run.accept(members("organization", large.organization(), "1 = 1"));
            run.accept(members("workspace", large.id(), "n % 2 = 0"));
            run.accept(members("workspace", middle.id(), "n % 20 = 1"));
            run.accept(members("workspace", small.id(), "n > " + (people - 10)));
            for (String action : List.of("user.create", "session.create", "profile.update")) {
                run.accept("""
                        INSERT INTO audit_events (
                            id, at, actor_id, actor_name, door, action_kind, action, subject_kind, subject_id,
                            subject_name, changes)
                        SELECT replace({id}, '-7000-', '-700' || (%4$d / 1000000) || '-'), %4$d + n, CASE '%1$s' WHEN 'user.create' THEN '%3$s' ELSE {id} END,
                            'person', 'http', '%2$s', '%1$s', 'user', {id}, 'person', '{}'
                        FROM {numbers}
                        """.formatted(action, AuditRows.kind(action), CREATOR.value(), at(action)));
            }
            connection.commit();
        }
    }

    private static long at(String action) {
        return 1_000_000L
                * switch (action) {
                    case "user.create" -> 1;
                    case "session.create" -> 2;
                    default -> 3;
                };
    }

    private static String members(String kind, Object place, String condition) {
        return """
                INSERT INTO %1$s_members (id, %1$s_id, user_id, user_number, username_key, user_kind, joined_at)
                SELECT users.id || '%2$s', '%2$s', users.id, users.number, users.username_key, users.kind, 0
                FROM {numbers} AS numbers JOIN users ON users.id = {id}
                WHERE %3$s
                """.formatted(kind, place, condition);
    }

    private static void run(Statement statement, String sql) {
        try {
            statement.executeUpdate(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    private static UserId user(int number) {
        return new UserId(UUID.fromString("00000000-0000-7000-8000-00000000000" + number));
    }

    private static Map<String, Consumer<Ports>> questions(Workspace large, Workspace middle, Workspace small) {
        Map<String, Consumer<Ports>> questions = new LinkedHashMap<>();
        ofUsers(questions, large, middle, small);
        ofAudit(questions);
        ofWhoMay(questions, large, small);
        return questions;
    }

    private static void ofUsers(
            Map<String, Consumer<Ports>> questions, Workspace large, Workspace middle, Workspace small) {
        for (UserOrder order : UserOrder.values()) {
            users(questions, "users by " + order, all -> all.withOrder(order));
            users(questions, "managers by " + order, all -> all.withOrder(order).withRole(PredefinedRole.MANAGER.id()));
            users(
                    questions,
                    "members of the large place by " + order,
                    all -> all.withOrder(order).withWorkspace(large.id()));
            users(
                    questions,
                    "members of the small place by " + order,
                    all -> all.withOrder(order).withWorkspace(small.id()));
        }
        for (UserOrder order : Set.of(UserOrder.OLDEST, UserOrder.NEWEST, UserOrder.USERNAME)) {
            users(
                    questions,
                    "members of the middle place by " + order,
                    all -> all.withOrder(order).withWorkspace(middle.id()));
        }
        users(questions, "deactivated", all -> all.withStatuses(Set.of(UserStatus.DEACTIVATED)));
        users(questions, "service accounts", all -> all.withKind(UserKind.SERVICE));
        users(questions, "search without a hit", all -> all.withText("nobody"));
        users(
                questions,
                "service accounts of the middle place, none",
                all -> all.withWorkspace(middle.id()).withKind(UserKind.SERVICE));
        questions.put("people", ports -> ports.people().list(People.Filter.all(Instant.EPOCH), PAGE));
        questions.put(
                "people of places",
                ports -> ports.people()
                        .listIn(
                                Set.of(Place.of(large.id()), Place.of(large.organization())),
                                People.Filter.all(Instant.EPOCH),
                                PAGE));
        questions.put(
                "count of a small place",
                ports -> ports.users().count(UserFilter.all().withWorkspace(small.id())));
        members(questions, "found by text", large, "nobody", null);
        members(questions, "of few by text", large, "person-1234", null);
        members(questions, "who are owners", large, null, standings(large, Kind.OWNER));
        members(questions, "with a rare role", large, null, standings(large, PredefinedRole.REVIEWER));
        questions.put("owners", ports -> ports.users().hasOwner());
    }

    private static void users(Map<String, Consumer<Ports>> questions, String name, UnaryOperator<UserFilter> filter) {
        questions.put(name, ports -> ports.users().list(filter.apply(UserFilter.all()), PAGE));
    }

    private static void members(
            Map<String, Consumer<Ports>> questions,
            String name,
            Workspace place,
            @Nullable String text,
            @Nullable Standings standings) {
        questions.put(
                "numbered members " + name,
                ports -> ports.memberships()
                        .people(
                                place.organization(),
                                new Memberships.PeopleFilter(text, standings),
                                new NumberedQuery(1, 100)));
    }

    private static Standings standings(Workspace within, Kind kind) {
        return new Standings(Set.of(kind), Set.of(), within.id(), Instant.EPOCH);
    }

    private static Standings standings(Workspace within, PredefinedRole role) {
        return new Standings(Set.of(), Set.of(role.id()), within.id(), Instant.EPOCH);
    }

    private static void ofAudit(Map<String, Consumer<Ports>> questions) {
        Instant early = Instant.ofEpochSecond(1, 100_000);
        Instant late = Instant.ofEpochSecond(3, 1_000_000);
        events(questions, "events", all -> all);
        events(
                questions,
                "of an actor and a kind",
                all -> all.withActor(CREATOR).withAction("user."));
        events(
                questions,
                "of an actor, none of a kind",
                all -> all.withActor(CREATOR).withAction("role."));
        events(
                questions,
                "of an actor, few of a kind",
                all -> all.withActor(CREATOR).withAction("session."));
        events(
                questions,
                "of another actor of an action",
                all -> all.withActor(ANOTHER).withAction("session.create"));
        events(questions, "since", all -> all.withSince(late));
        events(questions, "until", all -> all.withUntil(early));
        events(questions, "of a kind until", all -> all.withAction("user.").withUntil(early));
        events(questions, "of an actor since", all -> all.withActor(CREATOR).withSince(late));
    }

    private static void events(
            Map<String, Consumer<Ports>> questions, String name, UnaryOperator<AuditTrail.Filter> filter) {
        questions.put("events " + name, ports -> ports.auditTrail().list(filter.apply(AuditTrail.Filter.all()), PAGE));
    }

    private static void ofWhoMay(Map<String, Consumer<Ports>> questions, Workspace large, Workspace small) {
        for (Target target : List.of(Target.instance(), Target.of(large), Target.of(small))) {
            questions.put("near " + target.label(), ports -> ports.actors().near(target, PAGE));
        }
        Target organization = Target.organization(large.organization(), "organization");
        questions.put("near the organization", ports -> ports.actors().near(organization, PAGE));
    }
}

package dev.roster.persistence.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.application.given.Given;
import dev.roster.application.port.Freshness;
import dev.roster.application.port.FreshnessMark;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What PostgreSQL writes down for those who read from a standby. How such reads turn out, a test of whole servers shows. */
class LostRightsTest {
    /** No decision about what anyone may do reads these. One that comes new belongs here, or among those that are watched. */
    private static final Set<String> DECIDE_NOTHING = Set.of(
            "annexes",
            "api_keys",
            "attempts",
            "audit_events",
            "audit_seals",
            "avatars",
            "contributions",
            "flyway_schema_history",
            "former_members",
            "invitations",
            "invite_links",
            "known_addresses",
            "log_in_links",
            "logins",
            "lost_rights",
            "organization_annexes",
            "organizations",
            "outbox",
            "password_resets",
            "passwords",
            "pending_sign_ups",
            "probes",
            "secret_keys",
            "servers",
            "sessions",
            "set_up_links",
            "shown_secrets",
            "user_annexes",
            "user_tokens");

    private static final OpenStores STORES = new OpenStores();
    private static Jdbi jdbi;
    private static Given given;
    private static int names;

    @BeforeAll
    static void open() {
        given = new Given(STORES.open(Postgres.newDatabase("lost_rights")));
        jdbi = Jdbi.create(Postgres.source("lost_rights"));
        jdbi.useHandle(LostRights::watch);
    }

    @BeforeEach
    void someoneHoldsSomething() {
        given.user("ana" + names++).in(given.workspace("line" + names)).in(given.organization());
    }

    @AfterAll
    static void close() {
        STORES.close();
    }

    private static long latest() {
        return jdbi.withHandle(LostRights::latest);
    }

    @Test
    void eachTableIsWatchedOrKnownToDecideNothing() {
        List<String> tables = jdbi.withHandle(
                handle -> handle.createQuery("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()")
                        .mapTo(String.class)
                        .list());

        Set<String> known = new TreeSet<>(DECIDE_NOTHING);
        known.addAll(LostRights.WATCHED.keySet());
        assertThat(tables).containsExactlyInAnyOrderElementsOf(known);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE users SET role_id = (SELECT min(id) FROM roles)",
                "UPDATE users SET status = 'deactivated'",
                "UPDATE users SET stay_until = coalesce(stay_until, 0) + 1",
                "UPDATE roles SET permissions = permissions || ' '",
                "UPDATE workspace_members SET role_id = (SELECT max(id) FROM roles)",
                "DELETE FROM workspace_members",
                "DELETE FROM organization_members"
            })
    void whatTakesARightIsWrittenDown(String change) {
        long before = latest();
        long transaction = jdbi.inTransaction(handle -> {
            assertThat(handle.execute(change)).isPositive();
            long number = handle.createQuery("SELECT pg_current_xact_id()::text::bigint")
                    .mapTo(Long.class)
                    .one();
            return number;
        });

        assertThat(latest()).isEqualTo(transaction).isGreaterThan(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE users SET first_name = first_name || 'x', last_activity_at = 1",
                "UPDATE workspaces SET title = 'x'",
                "UPDATE organization_members SET username_key = username_key || 'x'"
            })
    void whatTakesNoneIsNot(String change) {
        long before = latest();
        assertThat(jdbi.<Integer, RuntimeException>withHandle(handle -> handle.execute(change)))
                .isPositive();

        assertThat(latest()).isEqualTo(before);
    }

    /** As after a dump of another server, whose numbers mean nothing here. */
    @Test
    void numbersThatNoTransactionHasYetAreLeftOut() {
        long before = latest();
        jdbi.useHandle(handle -> handle.execute("INSERT INTO lost_rights VALUES (4611686018427387904)"));

        assertThat(latest()).isEqualTo(before);
    }

    @Test
    void onlyTheLatestIsKeptWhenWatchingBegins() {
        jdbi.useHandle(handle -> handle.execute("UPDATE users SET status = 'deactivated'"));
        jdbi.useHandle(handle -> handle.execute("UPDATE users SET status = 'active'"));
        long latest = latest();
        jdbi.useHandle(LostRights::watch);

        assertThat(latest()).isEqualTo(latest);
        assertThat(jdbi.<Integer, RuntimeException>withHandle(
                        handle -> handle.createQuery("SELECT count(*) FROM lost_rights WHERE transaction <= :latest")
                                .bind("latest", latest)
                                .mapTo(Integer.class)
                                .one()))
                .isEqualTo(1);
    }

    @Test
    void watchingThatIsIncompleteIsMadeComplete() {
        jdbi.useHandle(handle -> handle.execute("DROP TRIGGER lost_by_delete ON grants"));
        jdbi.useHandle(LostRights::watch);

        assertThat(jdbi.<Integer, RuntimeException>withHandle(handle -> handle.createQuery(
                                "SELECT count(*) FROM pg_trigger WHERE tgname = 'lost_by_delete' AND NOT tgisinternal")
                        .mapTo(Integer.class)
                        .one()))
                .isEqualTo(LostRights.WATCHED.size());
    }

    @Test
    void storeInAFileHasNoStandby() {
        Engine engine = new SqliteEngine(
                new StoreAddress.SqliteFile(Path.of("none.db")), SqlLogger.NOP_SQL_LOGGER, Patience.usual());
        Freshness freshness = new StoreFreshness(engine);

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> engine.readFrom(Postgres.address()))
                .withMessageContaining("only a store on PostgreSQL has standbys");
        assertThat(freshness.changing(() -> {})).isEmpty();
        freshness.reading(new FreshnessMark(1), () -> {});
        assertThat(freshness.answered()).isEqualTo(new Freshness.Answered(0, 0));
    }
}

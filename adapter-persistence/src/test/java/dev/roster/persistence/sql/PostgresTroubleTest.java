package dev.roster.persistence.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.application.given.Given;
import dev.roster.application.given.Ports;
import dev.roster.application.port.UserFilter;
import dev.roster.domain.RefusedException;
import dev.roster.domain.RefusedException.Kind;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A PostgreSQL server that is down, that vanished without a word, or that cannot write. */
class PostgresTroubleTest {
    private static final String UNREACHABLE = "the store cannot be reached";

    private final OpenStores stores = new OpenStores();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Wire wire;

    PostgresTroubleTest() throws IOException {
        wire = new Wire(Postgres.port());
    }

    @BeforeEach
    void empty() {
        stores.open(Postgres.address());
        stores.close();
        Postgres.empty();
    }

    @AfterEach
    void close() throws IOException {
        wire.close();
        threads.shutdownNow();
        stores.close();
    }

    private Store open() {
        return stores.openImpatient(
                StoreAddress.parse("postgres://postgres:any@localhost:" + wire.port() + "/postgres"));
    }

    private static long users(Ports ports) {
        return ports.users().count(UserFilter.all());
    }

    private static long add(Ports ports, String username) {
        return new Given(ports).user(username).user().number();
    }

    private static void assertUnreachable(RefusedException refusal) {
        assertThat(refusal).hasMessage(UNREACHABLE).returns(Kind.UNAVAILABLE, RefusedException::kind);
    }

    @Test
    void serverThatIsDownIsToldSoonAndFoundAgain() throws Exception {
        Store store = open();
        Ports ports = OpenStores.ports(store);
        add(ports, "ana");

        wire.cut();
        assertUnreachable(Soon.refused(() -> users(ports)));
        assertUnreachable(Soon.refused(() -> add(ports, "bob")));
        assertThat(store.obstacle()).contains(UNREACHABLE);
        wire.mend();

        assertThat(Soon.works(() -> users(ports))).isEqualTo(1);
        assertThat(Soon.works(() -> add(ports, "bob"))).isPositive();
    }

    @Test
    void serverThatNeverAnswersIsToldSoonAndFoundAgain() throws Exception {
        Store store = open();
        Ports ports = OpenStores.ports(store);
        add(ports, "ana");

        wire.silence();
        assertUnreachable(Soon.refused(() -> users(ports)));
        assertUnreachable(Soon.refused(() -> add(ports, "bob")));
        assertThat(store.obstacle()).contains(UNREACHABLE);
        wire.mend();

        assertThat(Soon.works(() -> users(ports))).isEqualTo(1);
        assertThat(Soon.works(() -> add(ports, "bob"))).isPositive();
    }

    @Test
    void queryUnderWayIsCutOffWhenTheServerVanishes() throws Exception {
        Database database = OpenStores.database(open());
        Future<RefusedException> refusal = threads.submit(
                () -> Soon.refused(() -> database.read(handle -> handle.execute("SELECT pg_sleep(300)"))));
        waitUntilAtWork("SELECT pg_sleep(300)");

        wire.silence();

        assertUnreachable(refusal.get(1, TimeUnit.MINUTES));
    }

    @Test
    void changeUnderWayIsCutOffWhenTheServerVanishes() throws Exception {
        Database database = OpenStores.database(open());
        Future<RefusedException> refusal = threads.submit(
                () -> Soon.refused(() -> database.write(handle -> handle.execute("SELECT pg_sleep(301)"))));
        waitUntilAtWork("SELECT pg_sleep(301)");

        wire.silence();

        assertUnreachable(refusal.get(1, TimeUnit.MINUTES));
    }

    private static void waitUntilAtWork(String query) throws InterruptedException {
        while (Postgres.jdbi()
                        .withHandle(handle -> handle.createQuery(
                                        "SELECT count(*) FROM pg_stat_activity WHERE query = :query AND state = 'active'")
                                .bind("query", query)
                                .mapTo(Integer.class)
                                .one())
                == 0) {
            Thread.sleep(10);
        }
    }

    @Test
    void slowAnswerIsNoSilence() {
        Database database = OpenStores.database(open());
        Duration longer = Patience.usual().answer().multipliedBy(2);

        int done = database.read(handle -> handle.createQuery("SELECT 1 FROM pg_sleep(:seconds)")
                .bind("seconds", longer.toMillis() / 1_000.0)
                .mapTo(Integer.class)
                .one());

        assertThat(done).isEqualTo(1);
    }

    @Test
    void serverThatIsDownAtTheStartIsToldSoon() {
        wire.silence();

        long start = System.nanoTime();
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(this::open)
                .withMessageContaining("it cannot be reached");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Soon.LIMIT);
    }

    @Test
    void brokenConnectionsAreReplaced() throws Exception {
        Ports ports = OpenStores.ports(open());
        add(ports, "ana");

        Postgres.jdbi()
                .useHandle(handle -> handle.execute(
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'roster'"));

        assertThat(Soon.works(() -> users(ports))).isEqualTo(1);
        assertThat(Soon.works(() -> add(ports, "bob"))).isPositive();
    }

    @Test
    void tableThatSomebodyLockedIsToldSoon() {
        Ports ports = OpenStores.ports(open());

        try (Handle other = Postgres.jdbi().open()) {
            other.begin();
            other.execute("LOCK TABLE users IN ACCESS EXCLUSIVE MODE");

            assertThat(Soon.refused(() -> users(ports))).returns(Kind.BUSY, RefusedException::kind);
            assertThat(Soon.refused(() -> add(ports, "ana")))
                    .hasMessage("another process has locked the store; try again");
            other.rollback();
        }

        assertThat(add(ports, "ana")).isPositive();
    }

    @Test
    void serverThatWritesNothingIsToldAndRead() {
        StoreAddress address = Postgres.newDatabase("reading");
        add(stores.open(address), "ana");
        stores.close();
        Postgres.change("reading", "ALTER DATABASE reading SET default_transaction_read_only = on");
        Store store = stores.openImpatient(address);
        Ports ports = OpenStores.ports(store);

        assertThat(Soon.refused(() -> add(ports, "bob")))
                .hasMessage("nothing can be written: the store is read-only")
                .returns(Kind.UNAVAILABLE, RefusedException::kind);
        assertThat(users(ports)).isEqualTo(1);
        assertThat(store.obstacle()).contains("nothing can be written: the store is read-only");
    }

    @ParameterizedTest
    @CsvSource({
        "53100, FULL",
        "25006, READ_ONLY",
        "58030, FAILING",
        "08006, UNREACHABLE",
        "08001, UNREACHABLE",
        "57P01, UNREACHABLE",
        "57P03, UNREACHABLE",
        "55P03, LOCKED",
        "53300, BUSY",
        "40001, BUSY"
    })
    void codesOfTheServerAreUnderstood(String state, Trouble trouble) {
        PostgresDialect dialect = new PostgresDialect(Duration.ofSeconds(1));

        assertThat(dialect.trouble(new SQLException("no", state))).contains(trouble);
    }

    @Test
    void defectsAreNoTrouble() {
        PostgresDialect dialect = new PostgresDialect(Duration.ofSeconds(1));

        assertThat(dialect.trouble(new SQLException("no such column", "42703"))).isEmpty();
        assertThat(dialect.trouble(new SQLException("no"))).isEmpty();
    }

    @Test
    void poolThatIsAtWorkIsNoServerThatIsDown() {
        PostgresDialect dialect = new PostgresDialect(Duration.ofSeconds(1));
        SQLException refused = new SQLException("refused", "08001");

        assertThat(dialect.trouble(new SQLTransientConnectionException("timed out")))
                .contains(Trouble.BUSY);
        assertThat(dialect.trouble(new SQLTransientConnectionException("timed out", "08001", refused)))
                .contains(Trouble.UNREACHABLE);
    }
}

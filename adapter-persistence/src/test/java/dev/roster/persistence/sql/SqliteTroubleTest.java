package dev.roster.persistence.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.access.Origin;
import dev.roster.application.credential.Authenticate;
import dev.roster.application.given.Given;
import dev.roster.application.given.Ports;
import dev.roster.application.port.UserFilter;
import dev.roster.application.scenario.UseCases;
import dev.roster.domain.RefusedException;
import dev.roster.domain.RefusedException.Kind;
import dev.roster.domain.audit.Door;
import dev.roster.domain.credential.SecretText;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A SQLite file that another process has locked, that has no room left, or that may not be written to. */
class SqliteTroubleTest {
    private static final int QUEUE = 12;

    @TempDir
    private Path directory;

    private final OpenStores stores = new OpenStores();

    @AfterEach
    void close() {
        stores.close();
    }

    private StoreAddress address() {
        return StoreAddress.file(directory.resolve("roster.db"));
    }

    private Store open() {
        return stores.openImpatient(address());
    }

    /** Another process's connection. */
    private Handle other() {
        return Jdbi.open("jdbc:sqlite:" + directory.resolve("roster.db"));
    }

    private static long add(Ports ports, String username) {
        return new Given(ports).user(username).user().number();
    }

    private static long users(Ports ports) {
        return ports.users().count(UserFilter.all());
    }

    @ParameterizedTest
    @ValueSource(strings = {"BEGIN IMMEDIATE", "BEGIN EXCLUSIVE"})
    void lockHoldsUpNoReader(String lock) {
        Ports ports = OpenStores.ports(open());
        Given given = new Given(ports);
        given.user("ana").token("ana-token").apiKey("ana-unused-key");
        given.user("bob").session("bob-session");
        Authenticate authenticate = UseCases.over(ports, InstantSource.fixed(Given.THEN.plus(Duration.ofHours(1))))
                .get(Authenticate.class);

        try (Handle other = other()) {
            other.execute(lock);

            assertThat(List.of("ana-token", "ana-unused-key", "bob-session"))
                    .extracting(secret -> authenticate
                            .handle(new SecretText(secret), Origin.of(Door.API))
                            .name())
                    .containsExactly("ana", "ana", "bob");
            assertThat(users(ports)).isEqualTo(2);
        }
    }

    @Test
    void writerIsToldSoonThatAnotherProcessHasTheLock() {
        Store store = open();
        Ports ports = OpenStores.ports(store);

        try (Handle other = other()) {
            other.execute("BEGIN IMMEDIATE");

            assertThat(Soon.refused(() -> add(ports, "ana")))
                    .hasMessage("another process has locked the store; try again")
                    .returns(Kind.BUSY, RefusedException::kind);
            assertThat(store.obstacle()).contains("another process has locked the store; try again");
        }

        assertThat(add(ports, "ana")).isPositive();
    }

    @Test
    void whoQueuesBehindALockIsToldAsSoon() throws Exception {
        Ports ports = OpenStores.ports(open());
        ExecutorService threads = Executors.newFixedThreadPool(QUEUE);

        try (Handle other = other()) {
            other.execute("BEGIN IMMEDIATE");
            List<Future<RefusedException>> refusals = new ArrayList<>();
            for (int i = 0; i < QUEUE; i++) {
                String name = "user-" + i;
                refusals.add(threads.submit(() -> Soon.refused(() -> add(ports, name))));
            }

            for (Future<RefusedException> refusal : refusals) {
                assertThat(refusal.get().kind()).isEqualTo(Kind.BUSY);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void lockThatPassesIsWaitedFor() throws Exception {
        Ports ports = OpenStores.ports(open());
        ExecutorService thread = Executors.newSingleThreadExecutor();

        try (Handle other = other()) {
            other.execute("BEGIN IMMEDIATE");
            Future<Long> added = thread.submit(() -> add(ports, "ana"));
            Thread.sleep(50);
            other.execute("ROLLBACK");

            assertThat(added.get()).isPositive();
        } finally {
            thread.shutdownNow();
        }
    }

    @Test
    void lockedStoreCanBeOpenedAndRead() {
        add(OpenStores.ports(open()), "ana");
        stores.close();

        try (Handle other = other()) {
            other.execute("BEGIN IMMEDIATE");

            assertThat(users(OpenStores.ports(open()))).isEqualTo(1);
        }
    }

    @Test
    void fullDiskIsToldAndLeavesNothingHalf() {
        Store store = open();
        Ports ports = OpenStores.ports(store);
        add(ports, "ana");
        limit(store, "PRAGMA max_page_count = 1");

        RefusedException refusal = Soon.refused(() -> fill(ports));

        assertThat(refusal)
                .hasMessage("nothing can be written: the disk of the store is full")
                .returns(Kind.UNAVAILABLE, RefusedException::kind);
        assertThat(refusal.getCause()).hasMessageContaining("SQLITE_FULL");
        assertThat(users(ports)).isEqualTo(1);
        assertThat(store.obstacle()).contains("nothing can be written: the disk of the store is full");
    }

    @Test
    void roomIsUsedAsSoonAsItIsThere() {
        Store store = open();
        Ports ports = OpenStores.ports(store);
        limit(store, "PRAGMA max_page_count = 1");
        Soon.refused(() -> fill(ports));

        limit(store, "PRAGMA max_page_count = 1000000");
        fill(ports);

        assertThat(users(ports)).isEqualTo(200);
        assertThat(store.obstacle()).isEmpty();
    }

    /** More than the free space in the pages there are. */
    private static int fill(Ports ports) {
        return ports.transactions().inTransaction(() -> {
            for (int i = 0; i < 200; i++) {
                add(ports, "user-" + i);
            }
            return 200;
        });
    }

    @Test
    void storeThatMayNotBeWrittenToIsToldAndRead() {
        Store store = open();
        Ports ports = OpenStores.ports(store);
        add(ports, "ana");
        limit(store, "PRAGMA query_only = ON");

        assertThat(Soon.refused(() -> add(ports, "bob")))
                .hasMessage("nothing can be written: the store is read-only")
                .returns(Kind.UNAVAILABLE, RefusedException::kind);
        assertThat(users(ports)).isEqualTo(1);
        // The connection that was refused has been replaced.
        limit(store, "PRAGMA query_only = ON");
        assertThat(store.obstacle()).contains("nothing can be written: the store is read-only");
    }

    /** On the one connection that writes. */
    private static void limit(Store store, String pragma) {
        Handle writer = store.engine().writers().take();
        writer.execute(pragma);
        store.engine().writers().giveBack(writer);
    }

    @Test
    void askingForObstaclesIsCheap() {
        Store store = open();

        for (int i = 0; i < 1_000; i++) {
            assertThat(store.obstacle()).isEmpty();
        }

        try (Handle other = other()) {
            assertThat(other.createQuery("SELECT writes FROM probes")
                            .mapTo(Integer.class)
                            .one())
                    .isLessThan(100);
        }
    }

    @Test
    void ownWorkIsNoObstacle() throws Exception {
        Store store = open();
        Ports ports = OpenStores.ports(store);
        ExecutorService thread = Executors.newSingleThreadExecutor();

        ports.transactions().inTransaction(() -> {
            add(ports, "ana");
            assertThat(thread.submit(store::obstacle))
                    .succeedsWithin(Soon.LIMIT)
                    .isEqualTo(Optional.empty());
        });

        thread.shutdownNow();
    }
}

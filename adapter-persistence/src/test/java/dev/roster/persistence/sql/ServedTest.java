package dev.roster.persistence.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.SqlLogger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a server leaves in the store for commands beside it, on both engines. */
class ServedTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00.123456Z");

    @TempDir
    private Path directory;

    private final OpenStores stores = new OpenStores();

    @AfterEach
    void close() {
        stores.close();
    }

    static Stream<String> engines() {
        return Stream.of("sqlite", "postgres");
    }

    private StoreAddress address(String engine) {
        return engine.equals("sqlite")
                ? StoreAddress.file(directory.resolve("roster.db"))
                : Postgres.newDatabase("served_" + Long.toUnsignedString(System.nanoTime()));
    }

    @ParameterizedTest
    @MethodSource("engines")
    void lastServerIsReadWithoutOpeningTheStore(String engine) {
        StoreAddress address = address(engine);
        assertThat(Store.at(address).served()).isEmpty();
        Store store = stores.openStore(address, SqlLogger.NOP_SQL_LOGGER, OpenStores.keys());
        assertThat(Store.at(address).served()).isEmpty();
        Served first = Served.now("https://first.example", Map.of("port", "7000", "host", "::"), NOW);
        Served second = Served.now("http://localhost:7001", Map.of("port", "7001"), NOW.plusSeconds(1));

        store.serve(first);
        assertThat(Store.at(address).served()).hasValue(first);
        assertThat(first.isRunning()).isTrue();
        store.serve(second);
        assertThat(store.served()).hasValue(second);
    }

    @ParameterizedTest
    @MethodSource("engines")
    void serverThatStoppedSaysSoUnlessAnotherStartedSince(String engine) {
        StoreAddress address = address(engine);
        Store store = stores.openStore(address, SqlLogger.NOP_SQL_LOGGER, OpenStores.keys());
        store.serve(Served.now("http://localhost:7000", Map.of(), NOW));
        store.serve(Served.now("http://localhost:7001", Map.of(), NOW.plusSeconds(1)));

        store.stopServing(NOW, NOW.plusSeconds(2));
        assertThat(Store.at(address).served()).map(Served::isRunning).hasValue(true);
        store.stopServing(NOW.plusSeconds(1), NOW.plusSeconds(3));

        assertThat(Store.at(address).served().orElseThrow())
                .returns(NOW.plusSeconds(3), Served::stopped)
                .returns(false, Served::isRunning)
                .returns("http://localhost:7001", Served::url);
    }
}

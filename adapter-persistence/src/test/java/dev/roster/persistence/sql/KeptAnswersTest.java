package dev.roster.persistence.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.given.Given;
import dev.roster.application.given.Ports;
import dev.roster.domain.credential.SecretDigest;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserStatus;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An answer about a credential is kept while nothing is committed, and not a moment longer. */
class KeptAnswersTest {
    private static final int ROUNDS = Integer.getInteger("roster.rounds", 100);

    private final AtomicInteger queries = new AtomicInteger();
    private final OpenStores stores = new OpenStores();

    @TempDir
    private Path directory;

    private Path file;
    private Ports ports;
    private User ana;

    @BeforeEach
    void open() {
        file = directory.resolve("roster.db");
        ports = stores.open(StoreAddress.file(file), new SqlLogger() {
            @Override
            public void logAfterExecution(StatementContext context) {
                queries.incrementAndGet();
            }
        });
        ana = new Given(ports).user("ana").token("token-of-ana").user();
    }

    @AfterEach
    void close() {
        stores.close();
    }

    private boolean isLetIn() {
        return ports.bearers()
                .find(SecretDigest.of("token-of-ana"))
                .filter(bearer -> bearer.user().isActive())
                .isPresent();
    }

    private int queriesOf(Runnable work) {
        queries.set(0);
        work.run();
        return queries.get();
    }

    @Test
    void secondLookUpRunsNoQuery() {
        assertThat(queriesOf(this::isLetIn)).isOne();
        assertThat(queriesOf(this::isLetIn)).isZero();

        new Given(ports).user("bob");

        assertThat(queriesOf(this::isLetIn)).isOne();
    }

    @Test
    void whatIsUnknownIsAskedForEachTime() {
        for (int guess = 0; guess < 3; guess++) {
            assertThat(queriesOf(() -> ports.bearers().find(SecretDigest.of("guess"))))
                    .isOne();
        }
    }

    @Test
    void transactionSeesWhatItHasChanged() {
        assertThat(isLetIn()).isTrue();

        ports.transactions().inTransaction(() -> {
            ports.users().update(ana.withStatus(UserStatus.DEACTIVATED));
            assertThat(isLetIn()).isFalse();
            return null;
        });

        assertThat(isLetIn()).isFalse();
    }

    @Test
    void revocationByTheSameProcessActsOnTheNextLookUp() {
        for (int round = 0; round < ROUNDS; round++) {
            assertThat(isLetIn()).isTrue();
            ports.users().update(ana.withStatus(UserStatus.DEACTIVATED));
            assertThat(isLetIn()).isFalse();
            ports.users().update(ana);
        }
    }

    @Test
    void revocationByAnotherProcessActsOnTheNextLookUp() throws IOException {
        try (OtherProcess other = new OtherProcess(file)) {
            for (int round = 0; round < ROUNDS; round++) {
                other.set(UserStatus.ACTIVE);
                assertThat(isLetIn()).isTrue();
                assertThat(isLetIn()).isTrue();
                other.set(UserStatus.DEACTIVATED);
                assertThat(isLetIn()).isFalse();
            }
        }
    }

    @Test
    void onlySoManyAnswersAreKept() {
        try (Handle handle = Jdbi.create("jdbc:sqlite:" + file).open()) {
            KeptAnswers answers = KeptAnswers.of(handle);
            AtomicInteger asked = new AtomicInteger();

            IntStream.rangeClosed(0, KeptAnswers.MOST)
                    .forEach(question -> answers.find(handle, question, () -> Optional.of(asked.incrementAndGet())));
            answers.find(handle, KeptAnswers.MOST, () -> Optional.of(asked.incrementAndGet()));
            answers.find(handle, 0, () -> Optional.of(asked.incrementAndGet()));

            assertThat(asked).hasValue(KeptAnswers.MOST + 2);
        }
    }

    /** A process that changes the status of all users when it is asked to, and says when that is committed. */
    private static final class OtherProcess implements AutoCloseable {
        private final Process process;
        private final PrintWriter wanted;
        private final BufferedReader done;

        OtherProcess(Path file) throws IOException {
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            StatusChanges.class.getName(),
                            file.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            wanted = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
            done = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        }

        void set(UserStatus status) throws IOException {
            wanted.println(status.word());
            assertThat(done.readLine()).isEqualTo(status.word());
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }

    /** The other process. */
    static final class StatusChanges {
        private StatusChanges() {}

        public static void main(String[] arguments) throws IOException, SQLException {
            BufferedReader wanted = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            try (Connection store = DriverManager.getConnection("jdbc:sqlite:" + arguments[0]);
                    Statement statement = store.createStatement()) {
                statement.execute("PRAGMA busy_timeout = 10000");
                for (String status = wanted.readLine(); status != null; status = wanted.readLine()) {
                    statement.executeUpdate("UPDATE users SET status = '" + status + "'");
                    System.out.println(status);
                }
            }
        }
    }
}
